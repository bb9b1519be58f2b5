"""Which articles a glance answers for, written as they are numbered."""


def codes(*words: str) -> frozenset[str]:
    """The codes in some runs of them.

    Parameters:
        words: a code such as `CER003`, or a run of codes such as `CER020-033`.
    """
    return frozenset(code for word in words for code in _run(word))


def _run(word: str) -> list[str]:
    family, first, last = word[:3], word[3:6], word[7:] or word[3:6]
    return [f"{family}{number:03d}" for number in range(int(first), int(last) + 1)]

"""Read one application as an object, for commands that do not judge it."""

from beian_validate.document import Source, Unreadable, decode, read
from beian_validate.errors import ConfigError
from beian_validate.load import Missing, load
from beian_validate.schema.application import Application
from beian_validate.shape import shape


def application_at(path: str) -> Application:
    """The first application at a path; values of a wrong shape are left blank, as `check` tells in full.

    Raises:
        ConfigError: the path cannot be read, or what stands there is no application.
    """
    document = next(load([path]))
    if isinstance(document, Missing):
        raise ConfigError(f"{document.path}: cannot be read ({document.reason})")
    content = document.content
    try:
        if isinstance(content, Unreadable):
            raise content
        source = content if isinstance(content, Source) else read(decode(content))
    except Unreadable as error:
        raise ConfigError(f"{path}: is no application that can be read; `check` says why") from error
    node = shape(source.value, Application).node
    if not isinstance(node, Application):
        raise ConfigError(f"{path}: is no application")
    return node

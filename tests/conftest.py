"""What all tests share: properties are judged by what they find, never by how fast a busy machine is."""

from hypothesis import settings

settings.register_profile("project", deadline=None, max_examples=60, print_blob=True)
settings.load_profile("project")

"""The application as typed, frozen nodes: shape is the schema's business, presence is a rule."""

"""Total functions on one value: any string in, the problems found out."""

"""The tables as typed rows: word lists, pre-approvals, provinces and working days, each read when first needed."""

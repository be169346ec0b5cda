"""The inner loops in C, where they were compiled; every caller has the same in numpy beside it."""

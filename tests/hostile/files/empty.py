# An empty file but for its comments
# any

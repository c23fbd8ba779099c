# build/<preset>/www: what the server serves.

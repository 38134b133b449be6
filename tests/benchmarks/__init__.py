"""What `./run bench` measures: ratios against what is bare, in the same run."""

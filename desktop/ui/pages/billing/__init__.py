"""对账: months and carriers → one bill's lines by verdict, and what was decided on each."""

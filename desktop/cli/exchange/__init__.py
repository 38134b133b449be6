"""Commands of halls together: `hub` for coming in and looking, `sync` and `bundle` for exchanging."""

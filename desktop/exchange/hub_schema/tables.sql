-- The hub: halls, their devices, and every entry in the order its hall confirmed.
-- Plain core features of PostgreSQL 13 and later. Nothing here is ever updated or deleted but heads,
-- wraps of purged subjects and what is no history (who was seen when).

CREATE SCHEMA yichuang;

CREATE TABLE yichuang.hub (
    id text NOT NULL,
    version integer NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    single boolean PRIMARY KEY DEFAULT true CHECK (single)
);
CREATE TABLE yichuang.hall (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z0-9]{1,12}$'),
    name text NOT NULL,
    main boolean NOT NULL DEFAULT false,
    public_key bytea NOT NULL DEFAULT ''::bytea,
    seq bigint NOT NULL DEFAULT 0,
    head bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    stamp bigint NOT NULL DEFAULT 0,
    healed text NOT NULL DEFAULT '',
    healed_from bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX one_main ON yichuang.hall (main) WHERE main;
CREATE TABLE yichuang.device (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z0-9]{1,8}$'),
    hall text NOT NULL REFERENCES yichuang.hall,
    role text NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    head bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    logical bigint NOT NULL DEFAULT 0,
    keys_given text NOT NULL DEFAULT '',
    enrolled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    revoked_at timestamptz,
    seen_at timestamptz,
    waiting bigint NOT NULL DEFAULT 0,
    behind bigint NOT NULL DEFAULT 0,
    disagreements bigint NOT NULL DEFAULT 0
);
CREATE TABLE yichuang.invite (
    role text PRIMARY KEY,
    hall text NOT NULL,
    hall_name text NOT NULL,
    sealed bytea NOT NULL,
    issued_by text NOT NULL,
    expires_at timestamptz NOT NULL,
    used_by text
);
CREATE TABLE yichuang.event (
    hall text NOT NULL,
    hall_seq bigint NOT NULL,
    stamp bigint NOT NULL,
    hall_hash bytea NOT NULL,
    id text NOT NULL,
    device text NOT NULL,
    seq bigint NOT NULL,
    logical bigint NOT NULL,
    happened_at text NOT NULL,
    recorded_at text NOT NULL,
    clerk text NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    entity text NOT NULL,
    body text NOT NULL,
    subject text NOT NULL,
    sealed bytea NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    received_from text NOT NULL,
    PRIMARY KEY (hall, hall_seq),
    UNIQUE (hall, device, seq)
) PARTITION BY LIST (hall);
CREATE TABLE yichuang.wrap (
    subject text NOT NULL,
    hall_key text NOT NULL,
    put_by text NOT NULL,
    wrapped bytea NOT NULL,
    PRIMARY KEY (subject, hall_key, put_by)
);
CREATE TABLE yichuang.forgotten (
    subject text PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE yichuang.attestation (
    device text NOT NULL REFERENCES yichuang.device,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    signature bytea NOT NULL,
    carried_by text NOT NULL,
    PRIMARY KEY (device, seq)
);

CREATE FUNCTION yichuang.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only' USING ERRCODE = 'YC000';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON yichuang.event
    FOR EACH ROW EXECUTE FUNCTION yichuang.refuse_change();

ALTER TABLE yichuang.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE yichuang.wrap ENABLE ROW LEVEL SECURITY;

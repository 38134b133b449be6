CREATE INDEX addresses_initials ON addresses (initials, id);

CREATE INDEX arrival_claims_case ON arrival_claims (case_number) WHERE case_number <> '';

CREATE INDEX arrivals_state ON arrivals (state, signed_at, number);

CREATE INDEX bad_record_name ON bad_record (name);

CREATE INDEX bad_record_number ON bad_record (number);

CREATE INDEX bags_bag ON bags (bag);

CREATE INDEX batch_lines_case ON batch_lines (case_number);

CREATE INDEX batches_given ON batches (given_at);

CREATE INDEX bill_lines_waybill ON bill_lines (waybill);

CREATE INDEX breaches_holder ON breaches (holder);

CREATE INDEX case_figures_at ON case_figures (figure, at, number, hall, window, item);

CREATE INDEX cases_handed ON cases (handed_to) WHERE handed_to <> '';

CREATE INDEX cases_received ON cases (received_at, number, clerk, item);

CREATE INDEX courier_estimates_month ON courier_estimates (month);

CREATE INDEX destructions_at ON destructions (at);

CREATE INDEX disagreements_open ON disagreements (stands, second_at);

CREATE INDEX duties_due ON duties (paused, due, case_number);

CREATE INDEX handed_over_shipment ON handed_over (shipment);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX journal_entity ON journal (entity);

CREATE INDEX journal_log
    ON journal (happened_at, device, seq, kind, clerk, entity, recorded_at);

CREATE INDEX licences_case ON licences (case_number) WHERE case_number <> '';

CREATE INDEX licences_holder ON licences (holder_id) WHERE holder_id <> '';

CREATE INDEX licences_key ON licences (key);

CREATE INDEX licences_until ON licences (valid_until);

CREATE INDEX open_cases_due ON open_cases (due, number);

CREATE INDEX oversight_open ON oversight (at) WHERE finding IS NULL;

CREATE INDEX papers_case ON papers (case_number) WHERE case_number <> '';

CREATE INDEX pickups_open ON pickups (begins) WHERE open = 1;

CREATE INDEX pieces_away ON pieces (since, number) WHERE place NOT IN ('applicant', 'returned');

CREATE INDEX pieces_case ON pieces (case_number);

CREATE INDEX pieces_shipment ON pieces (shipment) WHERE shipment <> '';

CREATE INDEX ready_since ON ready (since, case_number);

CREATE INDEX reveals_case_clerk ON reveals_case (clerk, hour, at, entry);

CREATE INDEX reveals_shipment_clerk ON reveals_shipment (clerk, hour, at, entry);

CREATE INDEX savings_accepted ON savings (accepted_on);

CREATE INDEX sent_on_shipment ON sent_on (shipment, day);

CREATE INDEX shifts_key ON shifts (holding, key, at);

CREATE INDEX shipment_contents_case ON shipment_contents (case_number) WHERE case_number <> '';

CREATE INDEX shipments_created ON shipments (created_at, number);

CREATE INDEX shipments_open ON shipments (created_at, number) WHERE open = 1;

CREATE INDEX shipments_resent ON shipments (resend_of) WHERE resend_of <> '';

CREATE INDEX shipments_stage ON shipments (stage, signed_by, moved_at);

CREATE INDEX shipments_waybill ON shipments (waybill) WHERE waybill <> '';

CREATE INDEX themes_received ON themes (received_at, number);

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE TABLE act_reviews (
    key TEXT PRIMARY KEY,
    finding TEXT NOT NULL,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE addresses (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    province TEXT NOT NULL,
    city TEXT NOT NULL,
    district TEXT NOT NULL,
    street TEXT NOT NULL,
    initials TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alone (
    shipment TEXT NOT NULL,
    entry TEXT NOT NULL,
    opened INTEGER NOT NULL,
    at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (shipment, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE arrival_claims (
    shipment TEXT NOT NULL,
    position INTEGER NOT NULL,
    case_number TEXT NOT NULL,
    draft TEXT NOT NULL,
    reasons TEXT NOT NULL,
    taken INTEGER NOT NULL,
    PRIMARY KEY (shipment, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE arrivals (
    number TEXT PRIMARY KEY,
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    sender TEXT NOT NULL,
    phone TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    device TEXT NOT NULL,
    pieces INTEGER NOT NULL,
    condition TEXT NOT NULL,
    state TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE authorities (
    item TEXT PRIMARY KEY,
    authority TEXT NOT NULL,
    organ TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bad_record (number TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL) STRICT;

CREATE TABLE bags (
    shipment TEXT NOT NULL,
    bag TEXT NOT NULL,
    closed INTEGER NOT NULL,
    PRIMARY KEY (shipment, bag)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_lines (
    batch TEXT NOT NULL,
    case_number TEXT NOT NULL,
    PRIMARY KEY (batch, case_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE batches (
    number TEXT PRIMARY KEY,
    receiver TEXT NOT NULL,
    clerk TEXT NOT NULL,
    lines INTEGER NOT NULL,
    given_at TEXT NOT NULL,
    taken_at TEXT,
    taken_by TEXT NOT NULL,
    missing INTEGER NOT NULL,
    differences TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bill_lines (
    bill TEXT NOT NULL,
    position INTEGER NOT NULL,
    row INTEGER NOT NULL,
    waybill TEXT NOT NULL,
    amount TEXT NOT NULL,
    day TEXT,
    grams INTEGER NOT NULL,
    place TEXT NOT NULL,
    nth INTEGER NOT NULL,
    PRIMARY KEY (bill, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE billable (
    shipment TEXT PRIMARY KEY,
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    direction TEXT NOT NULL,
    stage TEXT NOT NULL,
    grams INTEGER NOT NULL,
    place TEXT NOT NULL,
    moved_on TEXT,
    resend_of TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bills (
    id TEXT PRIMARY KEY,
    carrier TEXT NOT NULL,
    month TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL,
    lines INTEGER NOT NULL,
    total TEXT NOT NULL,
    disputes INTEGER NOT NULL,
    withheld TEXT NOT NULL,
    credited TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE breaches (
    number TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    reason TEXT NOT NULL,
    found_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_years (
    year TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_figures (
    number TEXT NOT NULL,
    figure TEXT NOT NULL,
    at TEXT NOT NULL,
    hall TEXT NOT NULL,
    window TEXT NOT NULL,
    item TEXT NOT NULL,
    clerk TEXT NOT NULL,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (number, figure)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_key (
    hall TEXT NOT NULL,
    subject TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (hall, subject)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE case_search USING fts5(number UNINDEXED, words, tokenize = 'ascii', columnsize = 0);

CREATE TABLE cases (
    number TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    item_name TEXT NOT NULL,
    stage TEXT NOT NULL,
    clerk TEXT NOT NULL,
    window TEXT NOT NULL,
    visit TEXT NOT NULL,
    received_at TEXT NOT NULL,
    accepted_on TEXT,
    due TEXT,
    provisional INTEGER NOT NULL,
    late INTEGER NOT NULL,
    purged INTEGER NOT NULL,
    applicant TEXT NOT NULL,
    masked TEXT NOT NULL,
    id_number TEXT NOT NULL,
    hall TEXT NOT NULL,
    handed_to TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE checks (
    number TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    since TEXT NOT NULL,
    finding TEXT NOT NULL,
    standing TEXT NOT NULL,
    why TEXT NOT NULL,
    tried_at TEXT NOT NULL,
    PRIMARY KEY (number, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE clerks (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL,
    window TEXT NOT NULL,
    leave_first TEXT,
    leave_last TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmed (
    hall TEXT NOT NULL,
    hall_seq INTEGER NOT NULL CHECK (hall_seq > 0),
    entry TEXT NOT NULL UNIQUE REFERENCES journal (id), stamp INTEGER NOT NULL DEFAULT 0, signature BLOB,
    PRIMARY KEY (hall, hall_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE counting_rules (
    id TEXT PRIMARY KEY,
    adjusted_count INTEGER NOT NULL,
    closes_at TEXT NOT NULL,
    next_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE courier_estimates (
    shipment TEXT PRIMARY KEY,
    month TEXT NOT NULL,
    fen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE courier_poll (
    waybill TEXT PRIMARY KEY,
    carrier TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    failures INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    news INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE courier_push (
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    told_at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (carrier, waybill)
) STRICT;

CREATE TABLE destruction_cases (
    number TEXT NOT NULL,
    case_number TEXT NOT NULL,
    PRIMARY KEY (number, case_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE destructions (
    number TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    second TEXT NOT NULL,
    alone TEXT NOT NULL,
    reason TEXT NOT NULL,
    backups_until TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE disagreements (
    entity TEXT NOT NULL,
    first TEXT NOT NULL,
    first_kind TEXT NOT NULL,
    first_at TEXT NOT NULL,
    first_clerk TEXT NOT NULL,
    first_device TEXT NOT NULL,
    second TEXT NOT NULL,
    second_kind TEXT NOT NULL,
    second_at TEXT NOT NULL,
    second_clerk TEXT NOT NULL,
    second_device TEXT NOT NULL,
    both INTEGER NOT NULL,
    further INTEGER NOT NULL,
    stands TEXT NOT NULL,
    PRIMARY KEY (entity, first, second)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    clerk TEXT NOT NULL,
    item TEXT NOT NULL,
    applicant TEXT NOT NULL,
    ticked INTEGER NOT NULL,
    held INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE duties (
    case_number TEXT NOT NULL,
    n INTEGER NOT NULL,
    duty TEXT NOT NULL,
    start TEXT NOT NULL,
    due TEXT NOT NULL,
    provisional INTEGER NOT NULL,
    paused INTEGER NOT NULL,
    PRIMARY KEY (case_number, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE ended_cases (
    number TEXT PRIMARY KEY,
    ended_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten (subject TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE hall_cursor (
    hall TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE handed_over (
    handover TEXT NOT NULL,
    shipment TEXT NOT NULL,
    PRIMARY KEY (handover, shipment)
) STRICT, WITHOUT ROWID;

CREATE TABLE holds (
    case_number TEXT PRIMARY KEY,
    ground TEXT NOT NULL,
    since TEXT NOT NULL,
    clerk TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
    item TEXT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    label TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT,
    clerk TEXT NOT NULL,
    published_at TEXT NOT NULL,
    PRIMARY KEY (item, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    logical INTEGER NOT NULL,
    happened_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    entity TEXT NOT NULL,
    body TEXT NOT NULL,
    subject TEXT NOT NULL,
    sealed BLOB NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (device, seq)
) STRICT;

CREATE TABLE licences (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    key TEXT NOT NULL,
    holder TEXT NOT NULL,
    masked TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    watch_from TEXT,
    ended TEXT NOT NULL,
    case_number TEXT NOT NULL,
    renewal TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE misdeliveries (
    shipment TEXT PRIMARY KEY,
    found_on TEXT NOT NULL,
    clerk TEXT NOT NULL,
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    party TEXT NOT NULL,
    told INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    resend TEXT NOT NULL,
    closed_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE numbers (
    number TEXT NOT NULL,
    device TEXT NOT NULL,
    day TEXT NOT NULL,
    series TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (device, day, series, seq, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_cases (
    number TEXT PRIMARY KEY,
    hall TEXT NOT NULL,
    window TEXT NOT NULL,
    due TEXT,
    paused INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE oversight (
    case_number TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    PRIMARY KEY (case_number, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_outcomes (
    paper TEXT NOT NULL,
    n INTEGER NOT NULL,
    at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reprint INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    printer TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (paper, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE papers (
    number TEXT PRIMARY KEY,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    outcome TEXT,
    reprints INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE parts (
    entity TEXT PRIMARY KEY,
    part TEXT NOT NULL,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pickups (
    shipment TEXT PRIMARY KEY,
    order_number TEXT NOT NULL,
    state TEXT NOT NULL,
    open INTEGER NOT NULL,
    begins TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pieces (
    number TEXT PRIMARY KEY,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    since TEXT NOT NULL,
    clerk TEXT NOT NULL,
    shipment TEXT NOT NULL,
    bag TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE proposals (
    id TEXT PRIMARY KEY,
    clerk TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    source TEXT NOT NULL,
    items INTEGER NOT NULL,
    parts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ready (
    case_number TEXT PRIMARY KEY,
    way TEXT NOT NULL,
    granted INTEGER NOT NULL,
    result TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    since TEXT NOT NULL,
    due TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE reveals_case (
    number TEXT NOT NULL,
    entry TEXT NOT NULL,
    clerk TEXT NOT NULL,
    hour INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (number, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE reveals_shipment (
    number TEXT NOT NULL,
    entry TEXT NOT NULL,
    clerk TEXT NOT NULL,
    hour INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (number, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE savings (
    number TEXT NOT NULL,
    measure TEXT NOT NULL,
    accepted_on TEXT NOT NULL,
    item TEXT NOT NULL,
    item_name TEXT NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    unit TEXT NOT NULL,
    measured INTEGER NOT NULL,
    parts TEXT NOT NULL,
    PRIMARY KEY (number, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (
    clerk TEXT NOT NULL,
    kind TEXT NOT NULL,
    hashed TEXT NOT NULL,
    PRIMARY KEY (clerk, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_on (
    handover TEXT NOT NULL,
    shipment TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (handover, shipment)
) STRICT, WITHOUT ROWID;

CREATE TABLE shifts (
    paper TEXT NOT NULL,
    holding TEXT NOT NULL,
    key TEXT NOT NULL,
    holder TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (paper, holding, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE shipment_contents (
    shipment TEXT NOT NULL,
    position INTEGER NOT NULL,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    copies INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    original INTEGER NOT NULL,
    PRIMARY KEY (shipment, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE shipments (
    number TEXT PRIMARY KEY,
    direction TEXT NOT NULL,
    carrier TEXT NOT NULL,
    waybill TEXT NOT NULL,
    stage TEXT NOT NULL,
    party TEXT NOT NULL,
    lines INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    moved_at TEXT,
    words TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    last_at TEXT,
    turned INTEGER NOT NULL,
    aborted INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    resend_of TEXT NOT NULL,
    picked_at TEXT,
    unknown_at TEXT,
    near INTEGER NOT NULL,
    open INTEGER NOT NULL,
    followups TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stations (
    device TEXT PRIMARY KEY,
    hall TEXT NOT NULL,
    hall_name TEXT NOT NULL,
    window TEXT NOT NULL,
    follows TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tariffs (
    id TEXT PRIMARY KEY,
    published_at TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE themes (
    number TEXT PRIMARY KEY,
    theme TEXT NOT NULL,
    clerk TEXT NOT NULL,
    received_at TEXT NOT NULL,
    ended INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (
    id TEXT PRIMARY KEY,
    window TEXT NOT NULL,
    ticket TEXT NOT NULL,
    clerk TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_case (
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    told TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    PRIMARY KEY (id, entry, why)
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_destruction (
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    told TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    PRIMARY KEY (id, entry, why)
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_export (
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    told TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    PRIMARY KEY (id, entry, why)
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_pack (
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    told TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    PRIMARY KEY (id, entry, why)
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_paper (
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    told TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    PRIMARY KEY (id, entry, why)
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_shipment (
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    clerk TEXT NOT NULL,
    told TEXT NOT NULL,
    finding TEXT,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    PRIMARY KEY (id, entry, why)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER confirmed_never_deleted BEFORE DELETE ON confirmed BEGIN
    SELECT RAISE(ABORT, 'confirmed order never changes');
END;

CREATE TRIGGER confirmed_never_updated BEFORE UPDATE ON confirmed BEGIN
    SELECT RAISE(ABORT, 'confirmed order never changes');
END;

CREATE TRIGGER journal_gapless BEFORE INSERT ON journal
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM journal WHERE device = NEW.device), 0)
    OR (NEW.seq > 1 AND NEW.previous IS NOT
        (SELECT hash FROM journal WHERE device = NEW.device AND seq = NEW.seq - 1))
BEGIN
    SELECT RAISE(ABORT, 'the entry does not continue its chain');
END;

CREATE TRIGGER journal_never_deleted BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_never_replaced BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM journal WHERE n = NEW.n)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_never_updated BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

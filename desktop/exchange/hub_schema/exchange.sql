-- Push and pull. The hall's row is locked for the length of a push, so hall sequence numbers are
-- gapless in the order of commits: whoever can see number k can see all below it.

-- What an entry's hash must be. Without settings of its own, so that it is inlined.
CREATE FUNCTION yichuang.chained(p_previous bytea, p_sealed bytea, VARIADIC p_texts text[])
RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(
        p_previous || convert_to(array_to_string(p_texts, E'\x1f') || E'\x1f', 'UTF8') || p_sealed)
$$;

-- Whether a text holds the separator: then fields could be shifted against each other.
CREATE FUNCTION yichuang.shifted(
    p_id text[], p_happened text[], p_recorded text[], p_clerk text[], p_kind text[],
    p_entity text[], p_body text[], p_subject text[]
) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM unnest(p_id, p_happened, p_recorded, p_clerk, p_kind, p_entity, p_body,
            p_subject) AS t (a, b, c, d, e, f, g, h)
        WHERE strpos(concat(a, b, c, d, e, f, g, h), E'\x1f') > 0)
$$;

-- A purge destroys the keys of the hall it comes from; those of others only where the case is of
-- that hall: its number names the device that took it in.
CREATE FUNCTION yichuang.purge(p_subject text, p_hall text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE
    id text := split_part(p_subject, ':', 2);
    owner text := coalesce((SELECT d.hall FROM yichuang.device d WHERE d.code = split_part(id, '-', 3)),
                           split_part(id, '-', 1));
BEGIN
    DELETE FROM yichuang.wrap w WHERE w.subject = p_subject AND (owner = p_hall OR w.hall_key = (
        SELECT left(encode(sha256(h.public_key), 'hex'), 16) FROM yichuang.hall h WHERE h.code = p_hall));
    INSERT INTO yichuang.forgotten (subject) SELECT p_subject WHERE owner = p_hall
        AND NOT EXISTS (SELECT 1 FROM yichuang.forgotten f WHERE f.subject = p_subject);
END $$;

CREATE FUNCTION yichuang.hello(
    p_waiting bigint, p_behind bigint, p_disagreements bigint,
    OUT device_seq bigint, OUT device_head bytea, OUT hub text, OUT own_hall text, OUT keys_given text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller();
BEGIN
    UPDATE yichuang.device SET seen_at = clock_timestamp(), waiting = p_waiting,
        behind = p_behind, disagreements = p_disagreements WHERE code = me.code;
    device_seq := me.seq; device_head := me.head; own_hall := me.hall;
    keys_given := me.keys_given;
    SELECT id INTO hub FROM yichuang.hub;
END $$;

CREATE FUNCTION yichuang.halls()
RETURNS TABLE (code text, name text, main boolean, public_key bytea, seq bigint, head bytea,
               healed text, healed_from bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
    SELECT h.code, h.name, h.main, h.public_key, h.seq, h.head, h.healed, h.healed_from
    FROM yichuang.hall h
    WHERE yichuang.own_hall() IS NOT NULL ORDER BY h.code
$$;

CREATE FUNCTION yichuang.devices()
RETURNS TABLE (code text, hall text, public_key bytea, seq bigint, head bytea, revoked boolean,
               enrolled_at timestamptz, seen_at timestamptz, waiting bigint, behind bigint,
               disagreements bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
    SELECT d.code, d.hall, d.public_key, d.seq, d.head, d.revoked_at IS NOT NULL, d.enrolled_at,
           d.seen_at, d.waiting, d.behind, d.disagreements
    FROM yichuang.device d WHERE yichuang.own_hall() IS NOT NULL ORDER BY d.hall, d.code
$$;

-- `p_device` is the caller's own, or any other where a signed bundle is handed on: then the last
-- entry must be attested, and those who pull check the signature.
CREATE FUNCTION yichuang.push(
    p_device text, p_first bigint, p_id text[], p_logical bigint[], p_happened text[],
    p_recorded text[], p_clerk text[], p_kind text[], p_version integer[], p_entity text[],
    p_body text[], p_subject text[], p_sealed bytea[], p_previous bytea[], p_hash bytea[],
    p_signature bytea, OUT device_seq bigint, OUT taken bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE
    me yichuang.device := yichuang.caller();
    d yichuang.device;
    h yichuang.hall;
    n integer := coalesce(array_length(p_id, 1), 0);
    known integer;
    -- no honest clock is a century ahead of every other: one that is would stop all order after it
    latest bigint := greatest((SELECT max(x.stamp) FROM yichuang.hall x),
        (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 3155760000000) + 1000000000;
    stamps bigint[] := '{}';
    hashes bytea[] := '{}';
BEGIN
    SELECT x.* INTO h FROM yichuang.hall x
    WHERE x.code = (SELECT y.hall FROM yichuang.device y WHERE y.code = p_device) FOR UPDATE;
    SELECT * INTO d FROM yichuang.device WHERE code = p_device FOR UPDATE;
    IF d.code IS NULL THEN
        RAISE EXCEPTION 'unknown device' USING ERRCODE = 'YC007', DETAIL = p_device;
    END IF;
    IF d.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'revoked' USING ERRCODE = 'YC001';
    END IF;
    IF d.code <> me.code AND p_signature IS NULL THEN
        RAISE EXCEPTION 'not this station''s chain' USING ERRCODE = 'YC003';
    END IF;
    IF p_first > d.seq + 1 THEN
        RAISE EXCEPTION 'gap' USING ERRCODE = 'YC010', DETAIL = (d.seq + 1)::text;
    END IF;
    known := least(n, d.seq - p_first + 1);
    IF known > 0 AND EXISTS (
        SELECT 1 FROM generate_series(1, known) i
        LEFT JOIN yichuang.event e ON e.hall = h.code AND e.device = p_device AND e.seq = p_first + i - 1
        WHERE e.hash IS DISTINCT FROM p_hash[i]) THEN
        RAISE EXCEPTION 'fork' USING ERRCODE = 'YC011', DETAIL = p_device;
    END IF;
    IF yichuang.shifted(p_id, p_happened, p_recorded, p_clerk, p_kind, p_entity, p_body, p_subject) THEN
        RAISE EXCEPTION 'broken chain' USING ERRCODE = 'YC012', DETAIL = p_device || ':' || p_first;
    END IF;
    FOR i IN known + 1 .. n LOOP
        IF p_previous[i] <> d.head OR p_logical[i] <= d.logical OR p_logical[i] > latest
            OR p_hash[i] IS DISTINCT FROM yichuang.chained(
            p_previous[i], p_sealed[i], p_id[i], p_device, (p_first + i - 1)::text,
            p_logical[i]::text, p_happened[i], p_recorded[i], p_clerk[i], p_kind[i],
            p_version[i]::text, p_entity[i], p_body[i], p_subject[i]) THEN
            RAISE EXCEPTION 'broken chain' USING ERRCODE = 'YC012',
                DETAIL = p_device || ':' || (p_first + i - 1);
        END IF;
        d.head := p_hash[i]; d.logical := p_logical[i];
        h.stamp := greatest(h.stamp + 1, p_logical[i]);
        h.head := sha256(h.head || p_hash[i]);
        stamps := stamps || h.stamp; hashes := hashes || h.head;
    END LOOP;
    IF n > known THEN
        INSERT INTO yichuang.event
        SELECT h.code, h.seq + i, stamps[i], hashes[i], p_id[known + i], p_device,
            p_first + known + i - 1, p_logical[known + i], p_happened[known + i],
            p_recorded[known + i], p_clerk[known + i], p_kind[known + i], p_version[known + i],
            p_entity[known + i], p_body[known + i], p_subject[known + i], p_sealed[known + i],
            p_previous[known + i], p_hash[known + i], clock_timestamp(), me.code
        FROM generate_series(1, n - known) i;
        PERFORM yichuang.purge(p_entity[i], h.code) FROM generate_series(known + 1, n) i
        WHERE p_kind[i] = 'case.purged';
        UPDATE yichuang.hall SET seq = h.seq + n - known, head = h.head, stamp = h.stamp
        WHERE code = h.code;
        UPDATE yichuang.device SET seq = p_first + n - 1, head = d.head, logical = d.logical
        WHERE code = p_device;
    END IF;
    IF p_signature IS NOT NULL AND n > 0 AND (n > known OR d.code = me.code) AND NOT EXISTS (
        SELECT 1 FROM yichuang.attestation a WHERE a.device = p_device AND a.seq = p_first + n - 1) THEN
        INSERT INTO yichuang.attestation
        VALUES (p_device, p_first + n - 1, p_hash[n], p_signature, me.code);
    END IF;
    device_seq := greatest(d.seq, p_first + n - 1); taken := greatest(n - known, 0);
END $$;

-- `p_hash` is what the puller holds as the hall's head at `p_after`: another one means that the
-- hub has lost what it once confirmed, or that somebody changed it.
CREATE FUNCTION yichuang.check_place(p_hall text, p_after bigint, p_hash bytea) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, yichuang, pg_temp AS $$
BEGIN
    IF p_after > 0 AND p_hash IS DISTINCT FROM (
            SELECT e.hall_hash FROM yichuang.event e
            WHERE e.hall = p_hall AND e.hall_seq = p_after) THEN
        RAISE EXCEPTION 'another history' USING ERRCODE = 'YC013', DETAIL = coalesce(
            (SELECT h.seq FROM yichuang.hall h WHERE h.code = p_hall), 0)::text;
    END IF;
END $$;

-- Told up to an entry that its device has signed: so can it be checked, and given back.
CREATE FUNCTION yichuang.signed_end(p_hall text, p_until bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE until bigint := p_until;
BEGIN
    WHILE EXISTS (
        SELECT 1 FROM yichuang.event e WHERE e.hall = p_hall AND e.hall_seq = until
            AND NOT EXISTS (
                SELECT 1 FROM yichuang.attestation a WHERE a.device = e.device AND a.seq = e.seq))
    LOOP
        until := until + 1;
    END LOOP;
    RETURN until;
END $$;

CREATE FUNCTION yichuang.pull(p_hall text, p_after bigint, p_hash bytea, p_limit integer)
RETURNS TABLE (
    hall text, hall_seq bigint, stamp bigint, hall_hash bytea, id text, device text, seq bigint,
    logical bigint, happened_at text, recorded_at text, clerk text, kind text, version integer,
    entity text, body text, subject text, sealed bytea, previous bytea, hash bytea,
    carried_by text, signature bytea
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE
    me yichuang.device := yichuang.caller();
    until bigint := yichuang.signed_end(p_hall, p_after + p_limit);
BEGIN
    PERFORM yichuang.check_place(p_hall, p_after, p_hash);
    RETURN QUERY SELECT e.hall, e.hall_seq, e.stamp, e.hall_hash, e.id, e.device, e.seq, e.logical,
            e.happened_at, e.recorded_at, e.clerk, e.kind, e.version, e.entity, e.body, e.subject,
            e.sealed, e.previous, e.hash, nullif(e.received_from, e.device), a.signature
        FROM yichuang.event e
        LEFT JOIN yichuang.attestation a ON a.device = e.device AND a.seq = e.seq AND a.hash = e.hash
        WHERE e.hall = p_hall AND e.hall_seq > p_after AND e.hall_seq <= until
        ORDER BY e.hall_seq;
END $$;

-- A hub restored from an older backup takes back what it had confirmed, place by place as it was.
-- Every row must continue its device's chain and the hall's own hash; nothing is confirmed anew.
-- It counts as handed on: those who pull check the signature of the device that wrote it.
CREATE FUNCTION yichuang.give_back(
    p_hall text, p_seq bigint[], p_stamp bigint[], p_hall_hash bytea[], p_device text[],
    p_device_seq bigint[], p_id text[], p_logical bigint[], p_happened text[], p_recorded text[],
    p_clerk text[], p_kind text[], p_version integer[], p_entity text[], p_body text[],
    p_subject text[], p_sealed bytea[], p_previous bytea[], p_hash bytea[], p_signature bytea[]
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE
    me yichuang.device := yichuang.caller();
    h yichuang.hall;
    d yichuang.device;
    n bigint := 0;
BEGIN
    IF me.hall <> p_hall AND NOT (SELECT main FROM yichuang.hall WHERE code = me.hall) THEN
        RAISE EXCEPTION 'not your hall' USING ERRCODE = 'YC003';
    END IF;
    SELECT * INTO h FROM yichuang.hall WHERE code = p_hall FOR UPDATE;
    -- a name for this healing that no backup knows: stations of the hall give their keys again
    IF coalesce(array_length(p_seq, 1), 0) > 0 AND p_seq[array_length(p_seq, 1)] > h.seq THEN
        UPDATE yichuang.hall SET healed = gen_random_uuid()::text,
            healed_from = CASE healed WHEN '' THEN h.seq ELSE least(healed_from, h.seq) END
        WHERE code = p_hall;
    END IF;
    IF yichuang.shifted(p_id, p_happened, p_recorded, p_clerk, p_kind, p_entity, p_body, p_subject) THEN
        RAISE EXCEPTION 'another history' USING ERRCODE = 'YC013', DETAIL = h.seq::text;
    END IF;
    FOR i IN 1 .. coalesce(array_length(p_seq, 1), 0) LOOP
        CONTINUE WHEN p_seq[i] <= h.seq;
        SELECT * INTO d FROM yichuang.device WHERE code = p_device[i] AND hall = p_hall FOR UPDATE;
        IF d.code IS NULL OR p_seq[i] <> h.seq + 1 OR p_device_seq[i] <> d.seq + 1
            OR p_previous[i] <> d.head OR p_stamp[i] <= h.stamp OR p_stamp[i] < p_logical[i]
            OR p_hall_hash[i] <> sha256(h.head || p_hash[i])
            OR p_hash[i] IS DISTINCT FROM yichuang.chained(p_previous[i], p_sealed[i], p_id[i],
                p_device[i], p_device_seq[i]::text, p_logical[i]::text, p_happened[i],
                p_recorded[i], p_clerk[i], p_kind[i], p_version[i]::text, p_entity[i], p_body[i],
                p_subject[i]) THEN
            RAISE EXCEPTION 'another history' USING ERRCODE = 'YC013', DETAIL = h.seq::text;
        END IF;
        INSERT INTO yichuang.event VALUES (p_hall, p_seq[i], p_stamp[i], p_hall_hash[i], p_id[i],
            p_device[i], p_device_seq[i], p_logical[i], p_happened[i], p_recorded[i], p_clerk[i],
            p_kind[i], p_version[i], p_entity[i], p_body[i], p_subject[i], p_sealed[i],
            p_previous[i], p_hash[i], clock_timestamp(), me.code);
        IF p_signature[i] IS NOT NULL AND NOT EXISTS (SELECT 1 FROM yichuang.attestation a
                WHERE a.device = p_device[i] AND a.seq = p_device_seq[i]) THEN
            INSERT INTO yichuang.attestation
            VALUES (p_device[i], p_device_seq[i], p_hash[i], p_signature[i], me.code);
        END IF;
        h.seq := p_seq[i]; h.head := p_hall_hash[i]; h.stamp := p_stamp[i]; n := n + 1;
        UPDATE yichuang.hall SET seq = h.seq, head = h.head, stamp = h.stamp WHERE code = p_hall;
        UPDATE yichuang.device SET seq = p_device_seq[i], head = p_hash[i], logical = p_logical[i]
        WHERE code = p_device[i];
        IF p_kind[i] = 'case.purged' THEN
            PERFORM yichuang.purge(p_entity[i], p_hall);
        END IF;
    END LOOP;
    RETURN n;
END $$;

-- The hash the hub holds at a place, for finding where two histories part.
CREATE FUNCTION yichuang.hash_at(p_hall text, p_seq bigint) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
    SELECT e.hall_hash FROM yichuang.event e
    WHERE e.hall = p_hall AND e.hall_seq = p_seq AND yichuang.own_hall() IS NOT NULL
$$;

CREATE FUNCTION yichuang.put_wraps(p_subject text[], p_hall_key text[], p_wrapped bytea[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller();
BEGIN
    LOCK TABLE yichuang.wrap IN SHARE ROW EXCLUSIVE MODE;
    INSERT INTO yichuang.wrap
    SELECT DISTINCT ON (s, k) s, k, me.hall, w
    FROM unnest(p_subject, p_hall_key, p_wrapped) AS t (s, k, w)
    WHERE NOT EXISTS (SELECT 1 FROM yichuang.forgotten f WHERE f.subject = s)
      AND NOT EXISTS (SELECT 1 FROM yichuang.wrap x
                      WHERE x.subject = s AND x.hall_key = k AND x.put_by = me.hall);
END $$;

-- What a station remembers of the last time it gave keys: a hub that tells another name lost some.
CREATE FUNCTION yichuang.mark_keys(p_given text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller();
BEGIN
    UPDATE yichuang.device SET keys_given = p_given WHERE code = me.code;
END $$;

-- Where several halls put one, the own hall's counts, then that of the hall that took the case in.
CREATE FUNCTION yichuang.wraps_of(p_subject text[]) RETURNS TABLE (subject text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
    SELECT DISTINCT ON (w.subject) w.subject, w.wrapped FROM yichuang.wrap w
    LEFT JOIN yichuang.device d ON d.code = split_part(w.subject, '-', 3)
    WHERE w.subject = ANY (p_subject) AND w.hall_key = (
        SELECT left(encode(sha256(h.public_key), 'hex'), 16) FROM yichuang.hall h
        WHERE h.code = yichuang.own_hall())
    ORDER BY w.subject, w.put_by <> yichuang.own_hall(), w.put_by IS DISTINCT FROM d.hall, w.put_by
$$;

-- What a hall purged with a case, and no entry names: parcels and visits.
CREATE FUNCTION yichuang.forget(p_subject text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller();
BEGIN
    PERFORM yichuang.purge(s, me.hall) FROM unnest(p_subject) s;
END $$;

REVOKE ALL ON SCHEMA yichuang FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA yichuang FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA yichuang FROM PUBLIC;
GRANT USAGE ON SCHEMA yichuang TO yichuang_station, yichuang_guest;
GRANT SELECT ON yichuang.event, yichuang.wrap TO yichuang_station;
GRANT EXECUTE ON FUNCTION yichuang.hello, yichuang.halls, yichuang.devices, yichuang.push,
    yichuang.pull, yichuang.give_back, yichuang.hash_at, yichuang.put_wraps, yichuang.wraps_of,
    yichuang.forget, yichuang.mark_keys,
    yichuang.invite, yichuang.revoke_device, yichuang.own_hall TO yichuang_station;
GRANT EXECUTE ON FUNCTION yichuang.invited, yichuang.enrol TO yichuang_guest;

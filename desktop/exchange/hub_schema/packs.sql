-- Packs: what a hall confirmed once more, 500 entries and more in a row, compressed by a station, so
-- that whoever is days behind pulls a fifth of the bytes. Nobody believes a pack: the hub tells what
-- its own rows add up to, and a puller whose unpacked rows add up to anything else pulls the rows.

CREATE TABLE yichuang.pack (
    hall text NOT NULL REFERENCES yichuang.hall,
    first bigint NOT NULL,
    last bigint NOT NULL,
    packed bytea NOT NULL,
    put_by text NOT NULL,
    PRIMARY KEY (hall, first)
);

-- How far a hall's packs reach: they follow each other without a gap.
CREATE FUNCTION yichuang.packed_to(p_hall text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
    SELECT coalesce(max(p.last), 0) FROM yichuang.pack p
    WHERE p.hall = p_hall AND yichuang.own_hall() IS NOT NULL
$$;

-- Of the own hall alone; what another station of it put first stays.
CREATE FUNCTION yichuang.put_pack(p_first bigint, p_last bigint, p_packed bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller();
BEGIN
    INSERT INTO yichuang.pack
    SELECT h.code, p_first, p_last, p_packed, me.code FROM yichuang.hall h
    WHERE h.code = me.hall AND p_first = yichuang.packed_to(h.code) + 1
      AND p_first <= p_last AND p_last <= h.seq AND length(p_packed) <= 16777216;
EXCEPTION WHEN unique_violation THEN
    NULL;
END $$;

-- What the hub's own rows of a range add up to, as `packing.told` has it, and beside it what may
-- still come to a row: who handed it on, and who signed it.
CREATE FUNCTION yichuang.summed(
    p_hall text, p_first bigint, p_last bigint,
    OUT told bytea, OUT carried_by text[], OUT signature bytea[]
)
LANGUAGE sql STABLE SET search_path = pg_catalog, yichuang, pg_temp AS $$
    SELECT sha256(string_agg(convert_to(array_to_string(ARRAY[e.id, e.device, e.seq::text,
               e.logical::text, e.happened_at, e.recorded_at, e.clerk, e.kind, e.version::text,
               e.entity, e.body, e.subject], E'\x1f') || E'\x1f', 'UTF8')
               || e.sealed || e.previous || e.hash || e.hall_hash || int8send(e.stamp),
               ''::bytea ORDER BY e.hall_seq)),
           array_agg(nullif(e.received_from, e.device) ORDER BY e.hall_seq),
           array_agg(a.signature ORDER BY e.hall_seq)
    FROM yichuang.event e
    LEFT JOIN yichuang.attestation a ON a.device = e.device AND a.seq = e.seq AND a.hash = e.hash
    WHERE e.hall = p_hall AND e.hall_seq BETWEEN p_first AND p_last
$$;

CREATE FUNCTION yichuang.pull_packs(p_hall text, p_after bigint, p_hash bytea, p_limit integer)
RETURNS TABLE (first bigint, last bigint, packed bytea, told bytea, carried_by text[],
               signature bytea[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller();
BEGIN
    PERFORM yichuang.check_place(p_hall, p_after, p_hash);
    RETURN QUERY SELECT p.first, p.last, p.packed, t.told, t.carried_by, t.signature
        FROM yichuang.pack p, LATERAL yichuang.summed(p_hall, p.first, p.last) t
        WHERE p.hall = p_hall AND p.last > p_after AND p.first <= p_after + p_limit
        ORDER BY p.first;
END $$;

-- Only where entries stand, for a station that wrote them itself.
CREATE FUNCTION yichuang.pull_places(p_hall text, p_after bigint, p_hash bytea, p_limit integer)
RETURNS TABLE (stamp bigint[], device text[], seq bigint[], told bytea, carried_by text[],
               signature bytea[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE
    me yichuang.device := yichuang.caller();
    until bigint := yichuang.signed_end(p_hall, p_after + p_limit);
BEGIN
    PERFORM yichuang.check_place(p_hall, p_after, p_hash);
    RETURN QUERY SELECT p.stamps, p.devices, p.seqs, t.told, t.carried_by, t.signature
        FROM (SELECT array_agg(e.stamp ORDER BY e.hall_seq) AS stamps,
                     array_agg(e.device ORDER BY e.hall_seq) AS devices,
                     array_agg(e.seq ORDER BY e.hall_seq) AS seqs
              FROM yichuang.event e
              WHERE e.hall = p_hall AND e.hall_seq > p_after AND e.hall_seq <= until) p,
             LATERAL yichuang.summed(p_hall, p_after + 1, until) t
        WHERE p.stamps IS NOT NULL;
END $$;

REVOKE ALL ON TABLE yichuang.pack FROM PUBLIC;
REVOKE ALL ON FUNCTION yichuang.packed_to, yichuang.put_pack, yichuang.summed, yichuang.pull_packs,
    yichuang.pull_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yichuang.packed_to, yichuang.put_pack, yichuang.pull_packs,
    yichuang.pull_places TO yichuang_station;

-- What is no history and must be able to vanish: the list of bad records as its source has it today,
-- and by what a hall's clerks sign in. One row per name and hall, replaced; sealed for its readers.

CREATE TABLE yichuang.notice (
    hall text NOT NULL REFERENCES yichuang.hall,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    put_by text NOT NULL,
    body bytea NOT NULL CHECK (length(body) < 50000000),
    PRIMARY KEY (hall, name)
);

CREATE FUNCTION yichuang.put_notice(p_name text, p_body bytea) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller(); now timestamptz := clock_timestamp();
BEGIN
    PERFORM 1 FROM yichuang.hall WHERE code = me.hall FOR UPDATE;
    DELETE FROM yichuang.notice WHERE hall = me.hall AND name = p_name;
    INSERT INTO yichuang.notice VALUES (me.hall, p_name, now, me.code, p_body);
    RETURN now;
END $$;

-- The own hall's, and the main hall's; later than what the station took last.
CREATE FUNCTION yichuang.notices(p_after timestamptz)
RETURNS TABLE (hall text, name text, at timestamptz, body bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller();
BEGIN
    RETURN QUERY SELECT n.hall, n.name, n.at, n.body
    FROM yichuang.notice n JOIN yichuang.hall h ON h.code = n.hall
    WHERE n.at > p_after AND n.put_by <> me.code AND (n.hall = me.hall OR h.main)
    ORDER BY n.at;
END $$;

REVOKE ALL ON yichuang.notice FROM PUBLIC;
REVOKE ALL ON FUNCTION yichuang.put_notice, yichuang.notices FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yichuang.put_notice, yichuang.notices TO yichuang_station;

-- Who is asking, what it may read, and who may come in. One login role per device.

CREATE FUNCTION yichuang.own_hall() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
    SELECT hall FROM yichuang.device WHERE role = session_user AND revoked_at IS NULL
$$;

-- Stations of one hub read each other's entries; personal parts stay sealed for who holds no key.
CREATE POLICY read_events ON yichuang.event FOR SELECT USING (yichuang.own_hall() IS NOT NULL);
CREATE POLICY read_own_wraps ON yichuang.wrap FOR SELECT USING (
    hall_key = (SELECT left(encode(sha256(public_key), 'hex'), 16) FROM yichuang.hall
                WHERE code = yichuang.own_hall()));

CREATE FUNCTION yichuang.caller() RETURNS yichuang.device
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE found yichuang.device;
BEGIN
    SELECT * INTO found FROM yichuang.device WHERE role = session_user;
    IF found.code IS NULL OR found.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'revoked' USING ERRCODE = 'YC001';
    END IF;
    RETURN found;
END $$;

CREATE FUNCTION yichuang.open_hall(p_code text, p_name text, p_main boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
BEGIN
    IF p_code !~ '^[A-Z0-9]{1,12}$' THEN
        RAISE EXCEPTION 'bad hall code' USING ERRCODE = 'YC002';
    END IF;
    INSERT INTO yichuang.hall (code, name, main) VALUES (p_code, p_name, p_main);
    EXECUTE format('CREATE TABLE yichuang.%I PARTITION OF yichuang.event FOR VALUES IN (%L)',
                   'event_' || lower(p_code), p_code);
    EXECUTE format('ALTER TABLE yichuang.%I ENABLE ROW LEVEL SECURITY', 'event_' || lower(p_code));
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON yichuang.%I
                    FOR EACH STATEMENT EXECUTE FUNCTION yichuang.refuse_change()',
                   'event_' || lower(p_code));
END $$;

-- A one-time code is a login of its own that can do one thing: enrol. The hub never sees the code:
-- `p_verifier` is a SCRAM verifier, `p_sealed` the hall's key sealed under the code.
CREATE FUNCTION yichuang.new_invite(
    p_role text, p_verifier text, p_hall text, p_name text, p_sealed bytea, p_by text, p_hours integer
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE until timestamptz := clock_timestamp() + make_interval(hours => p_hours);
BEGIN
    IF p_role !~ '^yc_i_[0-9a-f]{16}$' OR p_verifier !~ '^SCRAM-SHA-256\$' OR p_hours NOT BETWEEN 1 AND 720 THEN
        RAISE EXCEPTION 'bad invitation' USING ERRCODE = 'YC002';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM yichuang.hall WHERE code = p_hall) THEN
        PERFORM yichuang.open_hall(p_hall, p_name, false);
    END IF;
    INSERT INTO yichuang.invite VALUES (p_role, p_hall, p_name, p_sealed, p_by, until);
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L VALID UNTIL %L IN ROLE yichuang_guest',
                   p_role, p_verifier, until);
END $$;

CREATE FUNCTION yichuang.invite(
    p_role text, p_verifier text, p_hall text, p_name text, p_sealed bytea, p_hours integer
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller();
BEGIN
    IF p_hall <> me.hall AND NOT (SELECT main FROM yichuang.hall WHERE code = me.hall) THEN
        RAISE EXCEPTION 'not the main hall' USING ERRCODE = 'YC003';
    END IF;
    IF p_hall <> me.hall AND length(p_sealed) > 0 THEN
        RAISE EXCEPTION 'a foreign hall has its own key' USING ERRCODE = 'YC002';
    END IF;
    PERFORM yichuang.new_invite(p_role, p_verifier, p_hall, p_name, p_sealed, me.code, p_hours);
END $$;

CREATE FUNCTION yichuang.invited(OUT hall text, OUT hall_name text, OUT sealed bytea, OUT hub text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
BEGIN
    SELECT i.hall, i.hall_name, i.sealed, (SELECT h.id FROM yichuang.hub h)
    INTO hall, hall_name, sealed, hub
    FROM yichuang.invite i
    WHERE i.role = session_user AND i.used_by IS NULL AND i.expires_at > clock_timestamp();
    IF hall IS NULL THEN
        RAISE EXCEPTION 'used or expired' USING ERRCODE = 'YC004';
    END IF;
END $$;

CREATE FUNCTION yichuang.enrol(
    p_device text, p_verifier text, p_public bytea, p_hall_public bytea
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE
    called yichuang.invite;
    place yichuang.hall;
    login text := 'yc_' || left((SELECT id FROM yichuang.hub), 8) || '_' || lower(p_device);
BEGIN
    SELECT * INTO called FROM yichuang.invite
    WHERE role = session_user AND used_by IS NULL AND expires_at > clock_timestamp() FOR UPDATE;
    IF called.role IS NULL THEN
        RAISE EXCEPTION 'used or expired' USING ERRCODE = 'YC004';
    END IF;
    IF p_verifier !~ '^SCRAM-SHA-256\$' OR p_device !~ '^[A-Z0-9]{1,8}$'
        OR length(p_public) <> 32 OR length(p_hall_public) <> 32 THEN
        RAISE EXCEPTION 'bad enrolment' USING ERRCODE = 'YC002';
    END IF;
    IF EXISTS (SELECT 1 FROM yichuang.device WHERE code = p_device) THEN
        RAISE EXCEPTION 'device taken' USING ERRCODE = 'YC005';
    END IF;
    SELECT * INTO place FROM yichuang.hall WHERE code = called.hall FOR UPDATE;
    IF length(place.public_key) = 0 THEN
        UPDATE yichuang.hall SET public_key = p_hall_public WHERE code = place.code;
    ELSIF place.public_key <> p_hall_public THEN
        RAISE EXCEPTION 'another key of this hall' USING ERRCODE = 'YC006';
    END IF;
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE yichuang_station', login, p_verifier);
    INSERT INTO yichuang.device (code, hall, role, public_key)
    VALUES (p_device, place.code, login, p_public);
    UPDATE yichuang.invite SET used_by = p_device WHERE role = called.role;
    EXECUTE format('ALTER ROLE %I NOLOGIN', called.role);
    RETURN login;
END $$;

CREATE FUNCTION yichuang.revoke_device(p_device text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, yichuang, pg_temp AS $$
DECLARE me yichuang.device := yichuang.caller(); other yichuang.device;
BEGIN
    SELECT * INTO other FROM yichuang.device WHERE code = p_device FOR UPDATE;
    IF other.code IS NULL OR (other.hall <> me.hall
        AND NOT (SELECT main FROM yichuang.hall WHERE code = me.hall)) THEN
        RAISE EXCEPTION 'not yours' USING ERRCODE = 'YC003';
    END IF;
    UPDATE yichuang.device SET revoked_at = clock_timestamp()
    WHERE code = p_device AND revoked_at IS NULL;
    EXECUTE format('ALTER ROLE %I NOLOGIN', other.role);
END $$;

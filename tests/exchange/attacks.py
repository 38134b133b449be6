"""What a station's own login may try with plain SQL, and how the hub must answer each time."""

from __future__ import annotations

STRUCK = "42501"
"""insufficient_privilege"""

# `{victim}` is another hall's device, `{subject}` a case of it, `{me}` the attacking device
PLAIN: dict[str, tuple[str, str]] = {
    "an entry changed": ("UPDATE yichuang.event SET body = '{{}}'", STRUCK),
    "an entry deleted": ("DELETE FROM yichuang.event", STRUCK),
    "the entries emptied": ("TRUNCATE yichuang.event", STRUCK),
    "an entry written past push": (
        "INSERT INTO yichuang.event SELECT * FROM yichuang.event",
        STRUCK,
    ),
    "a partition changed": ("UPDATE yichuang.event_kfq SET clerk = '1'", STRUCK),
    "a partition emptied": ("TRUNCATE yichuang.event_kfq", STRUCK),
    "a partition detached": (
        "ALTER TABLE yichuang.event DETACH PARTITION yichuang.event_kfq",
        STRUCK,
    ),
    "a partition read past the policy": ("SELECT * FROM yichuang.event_kfq", STRUCK),
    "the trigger taken away": ("DROP TRIGGER event_append_only ON yichuang.event", STRUCK),
    "the policy taken away": ("DROP POLICY read_events ON yichuang.event", STRUCK),
    "row security switched off": (
        "ALTER TABLE yichuang.wrap DISABLE ROW LEVEL SECURITY",
        STRUCK,
    ),
    "the hall's head moved": ("UPDATE yichuang.hall SET seq = 0", STRUCK),
    "a hall deleted": ("DELETE FROM yichuang.hall", STRUCK),
    "a device's key changed": ("UPDATE yichuang.device SET public_key = ''", STRUCK),
    "a device let in by hand": (
        "INSERT INTO yichuang.device (code, hall, role, public_key) VALUES ('X', 'KFQ', 'x', '')",
        STRUCK,
    ),
    "a device let back in by hand": ("UPDATE yichuang.device SET revoked_at = NULL", STRUCK),
    "sealed hall keys read": ("SELECT sealed FROM yichuang.invite", STRUCK),
    "an invitation prolonged": ("UPDATE yichuang.invite SET expires_at = 'infinity'", STRUCK),
    "wraps deleted": ("DELETE FROM yichuang.wrap", STRUCK),
    "what is forgotten remembered": ("DELETE FROM yichuang.forgotten", STRUCK),
    "an attestation forged": (
        "INSERT INTO yichuang.attestation VALUES ('{victim}', 1, '', '', '{me}')",
        STRUCK,
    ),
    "the owner's role taken": ("SET ROLE yichuang_owner", STRUCK),
    "the administrator's role taken": ("SET ROLE postgres", STRUCK),
    "another's session taken": ("SET SESSION AUTHORIZATION postgres", STRUCK),
    "the owner's role granted": ("GRANT yichuang_owner TO CURRENT_USER", STRUCK),
    "row security bypassed for good": ("ALTER ROLE CURRENT_USER BYPASSRLS", STRUCK),
    "made a superuser": ("ALTER ROLE CURRENT_USER SUPERUSER", STRUCK),
    "another's password set": ("ALTER ROLE {victim_role} PASSWORD 'x'", STRUCK),
    "another's role dropped": ("DROP ROLE {victim_role}", STRUCK),
    "a table in the hub's schema": ("CREATE TABLE yichuang.mine (x int)", STRUCK),
    "a table in the public schema": ("CREATE TABLE public.mine (x int)", STRUCK),
    "a function in the hub's schema": (
        "CREATE FUNCTION yichuang.caller(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        STRUCK,
    ),
    "push replaced": ("DROP FUNCTION yichuang.hash_at(text, bigint)", STRUCK),
    "a hall opened": ("SELECT yichuang.open_hall('MINE', 'x', false)", STRUCK),
    "an invitation past the rules": (
        (
            "SELECT yichuang.new_invite('yc_i_0123456789abcdef', 'SCRAM-SHA-256$x', 'KFQ', 'x', '',"
            " 'x', 72)"
        ),
        STRUCK,
    ),
    "the owner's caller asked": ("SELECT yichuang.caller()", STRUCK),
    "the guest's enrol": (
        "SELECT yichuang.enrol('X', 'SCRAM-SHA-256$x', ''::bytea, ''::bytea)",
        STRUCK,
    ),
    "an object for others to fall over": ("CREATE TEMP TABLE device (code text)", STRUCK),
    "the entries copied out to a program": ("COPY yichuang.event TO PROGRAM 'cat'", STRUCK),
    "the entries copied to the server's disc": ("COPY yichuang.event TO '/tmp/x'", STRUCK),
    "a function of the server's own language": (
        "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE c AS 'libc', 'system'",
        STRUCK,
    ),
    "rows copied in": ("COPY yichuang.event FROM STDIN", STRUCK),
    "wraps of others copied": ("COPY yichuang.invite TO STDOUT", STRUCK),
    "a file of the server read": ("SELECT pg_read_file('/etc/passwd')", STRUCK),
    "a file taken as a large object": ("SELECT lo_import('/etc/passwd')", STRUCK),
    "a large object written to the disc": ("SELECT lo_export(1, '/tmp/x')", STRUCK),
    "password verifiers read": ("SELECT rolpassword FROM pg_authid", STRUCK),
    "the file of settings read": ("SELECT * FROM pg_hba_file_rules", STRUCK),
    "the server's settings changed": ("ALTER SYSTEM SET fsync = off", STRUCK),
    "the administrator thrown out": (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
        STRUCK,
    ),
    "a foreign server asked": ("CREATE FOREIGN DATA WRAPPER mine", STRUCK),
    "another hall's device revoked": ("SELECT yichuang.revoke_device('{victim}')", "YC003"),
    "an invitation for another hall": (
        "SELECT yichuang.invite('yc_i_0123456789abcdef', 'SCRAM-SHA-256$x', 'KFQ', 'x', '', 72)",
        "YC003",
    ),
    "an invitation for a new hall": (
        "SELECT yichuang.invite('yc_i_0123456789abcdef', 'SCRAM-SHA-256$x', 'NEW', 'x', '', 72)",
        "YC003",
    ),
    "an invitation with a name as SQL": (
        "SELECT yichuang.invite('x\"; DROP SCHEMA yichuang', 'SCRAM-SHA-256$x', 'RC1', 'x', '', 72)",
        "YC002",
    ),
    "an invitation with a password in clear": (
        (
            "SELECT yichuang.invite('yc_i_0123456789abcdef', 'x''; DROP SCHEMA yichuang; --', 'RC1',"
            " 'x', '', 72)"
        ),
        "YC002",
    ),
    "an invitation for a year": (
        "SELECT yichuang.invite('yc_i_0123456789abcdef', 'SCRAM-SHA-256$x', 'RC1', 'x', '', 8760)",
        "YC002",
    ),
}
"""A name, the statement, the SQLSTATE of its refusal."""

import stat
from pathlib import Path

import pytest

from db.keys import create_keys, open_keys, renew_recovery
from db.link import connect
from db.recovery import ALPHABET, new_code, plain_code
from db.schema import APPLICATION_ID
from db.store import Store, open_store
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.refusal import Refusal
from tests.db.examples import DRAFT, accept
from tests.stores import Template, beijing_now


def test_the_credential_is_its_owners_alone_and_opens_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "station.key"
    keys, _ = create_keys(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    again = open_keys(path)
    assert (again.file, again.hall, again.escrow) == (keys.file, keys.hall, keys.escrow)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keys.file.hex() not in repr(keys)


def test_keys_are_never_overwritten(tmp_path: Path) -> None:
    create_keys(tmp_path / "station.key")
    with pytest.raises(Refusal, match="credential_exists"):
        create_keys(tmp_path / "station.key")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format":"x"}', "秘密"])
def test_a_damaged_credential_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "station.key").write_text(text, "utf-8")
    with pytest.raises(Refusal, match="credential_damaged"):
        open_keys(tmp_path / "station.key")


def test_no_credential_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no_credential"):
        open_keys(tmp_path / "station.key")


def test_the_recovery_code_forgives_groups_case_and_lookalikes() -> None:
    code = new_code()
    assert [len(group) for group in code.split("-")] == [4] * 8
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert plain_code(typed) == code.replace("-", "")


def test_a_slip_in_the_recovery_code_is_told_from_a_wrong_code() -> None:
    code = plain_code(new_code())
    slips = [
        code[:at] + ALPHABET[(ALPHABET.index(c) + 1) % 32] + code[at + 1 :]
        for at, c in enumerate(code)
    ]
    assert sum(not understood(slip) for slip in slips) >= 31
    with pytest.raises(Refusal, match="recovery_code_mistyped"):
        plain_code("ABCD")


def understood(code: str) -> bool:
    try:
        return bool(plain_code(code))
    except Refusal:
        return False


def test_a_new_recovery_code_leaves_the_keys(tmp_path: Path) -> None:
    keys, code = create_keys(tmp_path / "station.key")
    renewed, another = renew_recovery(keys)
    assert another != code
    assert open_keys(keys.credential).escrow == renewed.escrow
    assert renewed.file == keys.file


def test_a_wrong_key_is_refused_without_a_word_on_standard_error(
    store: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    accept(store.journal)
    keys, _ = create_keys(tmp_path / "other.key")
    with pytest.raises(Refusal, match="wrong_key"):
        open_store(store._link.path, keys, beijing_now, "A01")
    assert capfd.readouterr() == ("", "")


def test_the_file_is_encrypted_from_its_first_byte(store: Store) -> None:
    store.local.save_draft(DRAFT, "001")
    accept(store.journal)
    store.keeping.checkpoint()
    raw = store._link.path.read_bytes()
    assert not raw.startswith(b"SQLite format 3")
    for plain in (b"CREATE TABLE", "李䶮敏".encode(), b"11010519491231002X"):
        assert plain not in raw


def test_a_newer_file_is_refused_untouched(store: Store, template: Template) -> None:
    store._link.conn.execute("PRAGMA user_version = 99")
    store.close()
    before = store._link.path.read_bytes()
    with pytest.raises(Refusal, match="newer_database"):
        open_store(store._link.path, template.keys, beijing_now, "A01")
    assert store._link.path.read_bytes() == before


def test_a_foreign_file_is_refused(tmp_path: Path, template: Template) -> None:
    conn = connect(tmp_path / "foreign.db", template.keys.file)
    conn.execute("CREATE TABLE theirs (a)")
    conn.close()
    with pytest.raises(Refusal, match="not_a_store"):
        open_store(tmp_path / "foreign.db", template.keys, beijing_now, "A01")


def test_the_file_says_what_it_is(store: Store) -> None:
    assert store._link.one("PRAGMA application_id")[0] == APPLICATION_ID


def test_a_backup_is_made_before_every_migration(
    store: Store, template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import migrations

    number = accept(store.journal)
    store.close()
    step = ("9999_second", lambda db: db.execute("CREATE TABLE extra (a TEXT) STRICT"))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    path = store._link.path
    newer = open_store(path, template.keys, beijing_now, "A01")
    assert newer.views.case(number) is not None
    assert newer._link.one("PRAGMA user_version")[0] == len(migrations.STEPS)
    newer.close()
    monkeypatch.undo()
    kept = path.with_name("store.before-9999_second.db")
    older = open_store(kept, template.keys, beijing_now, "A01")
    assert older.views.case(number) is not None
    older.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    store: Store, template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import migrations

    def broken(db: object) -> None:
        migrations.first(db)

    store.close()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("9999_broken", broken)))
    with pytest.raises(Exception, match="already exists"):
        open_store(store._link.path, template.keys, beijing_now, "A01")
    monkeypatch.undo()
    again = open_store(store._link.path, template.keys, beijing_now, "A01")
    accept(again.journal)
    again.close()


def test_a_changed_fold_rebuilds_when_the_file_is_next_opened(
    store: Store, template: Template
) -> None:
    number = accept(store.journal)
    store._link.conn.execute("DELETE FROM cases")
    store._link.conn.execute("UPDATE note SET value = 'older' WHERE key = 'projections'")
    store.close()
    again = open_store(store._link.path, template.keys, beijing_now, "A01")
    assert [row.number for row in again.views.cases(CaseFilter())] == [number]
    again.close()


def test_settings_survive_and_secrets_are_per_clerk(store: Store) -> None:
    store.local.remember("look", "dark")
    store.local.set_secret("001", "pin", "$argon2id$1")
    assert (store.local.recall("look"), store.local.recall("none", "x")) == ("dark", "x")
    assert (store.local.secret("001", "pin"), store.local.secret("002", "pin")) == (
        "$argon2id$1",
        "",
    )

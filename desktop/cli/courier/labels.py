"""The commands around a parcel: its label or slip as a file, and what its applicant may be told."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.domain.courier.posting import LabelSize, Masking, PrintFormat
from desktop.domain.refusal import Refusal
from desktop.services.courier import labels, progress
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.parcels import progress as words

SIZES, FORMATS, MASKINGS = (
    [one.value for one in kind] for kind in (LabelSize, PrintFormat, Masking)
)
SUFFIX = {PrintFormat.ESCPOS: "bin", PrintFormat.TSPL: "prn"}


@click.command("label", help=_("快件的面单或寄件回执：PDF、图片，或热敏打印机的指令"))
@click.argument("number")
@click.option("--size", type=click.Choice(SIZES), default=LabelSize.LARGE.value)
@click.option("--format", "form", type=click.Choice(FORMATS), default=PrintFormat.PDF.value)
@click.option(
    "--masking", type=click.Choice(MASKINGS), help=_("隐去多少：全显、姓名电话、连同门户号")
)
@click.option("--out", type=click.Path(path_type=Path), help=_("存到哪个文件；已有的不覆盖"))
@click.pass_obj
def label(
    office: Office, number: str, size: str, form: str, masking: str | None, out: Path | None
) -> None:
    """Nothing is journalled: a label is made again whenever it is wanted."""
    wanted, kind = LabelSize(size), PrintFormat(form)
    told = labels.label(office, number, Masking(masking) if masking else None)
    made = office.renderer.label(told, wanted)
    if kind is not PrintFormat.PDF:
        made = office.renderer.dots(made, kind)
    path = out or Path(f"{number}-{wanted}.{SUFFIX.get(kind, kind.value)}")
    _write(path, made)
    value = {
        "file": path,
        "size": wanted,
        "format": kind,
        "bytes": len(made),
        "masking": told.masking,
    }
    told_of = _("{what}（{form}，{masking}）已存到 {path}").format(
        what=word(wanted), form=word(kind), masking=word(told.masking), path=path
    )
    answer(value, [told_of])


@click.command("progress", help=_("凭办件编号和手机尾号查快递进度，申请人看得懂的话"))
@click.argument("number")
@click.option("--last4", required=True, help=_("申请时留的手机号末四位"))
@click.pass_obj
def progress_command(office: Office, number: str, last4: str) -> None:
    told = progress.told(office, number, last4)
    lines = [words.case_line(told.item, told.stage)]
    parcels = []
    for one in told.parcels:
        said, to_do, by = words.happened(one), words.to_do(one), words.carried_by(one)
        parcels.append(
            {"state": one.plain, "at": one.at, "told": said, "to_do": to_do, "carrier": by}
        )
        lines += [said, *([to_do] if to_do else []), by]
    lines.append(words.FREE if parcels else words.NOTHING_SENT)
    answer({"case": told.number, "item": told.item, "stage": told.stage, "parcels": parcels}, lines)


def _write(path: Path, made: bytes) -> None:
    """Whole or not at all, and never over another file."""
    if path.exists():
        raise Refusal("file_exists", path=path)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(made)
        part.replace(path)
    except OSError as error:
        raise Refusal("cannot_write", name=path, reason=error.strerror or str(error)) from error


COMMANDS = (label, progress_command)

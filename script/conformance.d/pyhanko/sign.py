"""Signs every signature field of PDF files in turn with pyHanko (PAdES), and judges all signatures after each.

Reads a list of jobs as JSON from standard input: {"path", "out", "fields"}, fields being the names that the file must
have. Writes the file with all its signatures to "out"; where "tamper" is true, tries forgeries of it first. Where "out" is
empty, the file has been signed in those fields by poppler, and is only judged. Writes a list of results as JSON to standard output: {"path", "signatures",
"judgements", "level", "tampered", "problems"}.

Needs a TrueType font with 1,000 units an em, given as the one argument: the width of a glyph of others is rounded by
pyHanko, and PDF/A does not allow that.
"""

import datetime
import io
import json
import logging
import os
import sys
from multiprocessing import Pool
from tempfile import TemporaryDirectory

from asn1crypto import keys, x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from fontTools import subset
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.sign import signers
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore


def make_signer(name):
    """A signer with a new key and a certificate that it has signed itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "NO"), x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False)
    certificate = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256()))
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private), cert_registry=SimpleCertificateStore())


def sign(content, field, signer, font):
    """The file with one more signature, in a field that is there already."""
    style = TextStampStyle(
        stamp_text="Signert av %(signer)s\n%(ts)s", border_width=0,
        text_box_style=TextBoxStyle(font=GlyphAccumulatorFactory(font), font_size=8))
    metadata = signers.PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256", reason="Godkjent")
    out = io.BytesIO()
    signers.PdfSigner(metadata, signer=signer, stamp_style=style).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(content)), existing_fields_only=True, output=out)
    return out.getvalue()


def judge(content, count, result):
    """Adds what is wrong with the signatures, of which there must be so many, and with what was changed after each."""
    for where, status in judged(content, count, result):
        level = status.modification_level
        result["level"] = max(result["level"], level.name, key=lambda name: ModificationLevel[name].value)
        if level > ModificationLevel.FORM_FILLING:
            result["problems"].append(f"{where}: later changes are judged {level.name}")
        if not status.bottom_line:
            result["problems"].append(f"{where}: not valid on the whole: {status.summary()}")


def judge_foreign(content, count, result):
    """Adds what is wrong with the signatures that poppler made.

    What changed after each is left out: poppler adds a date to the field and leaves an object that nothing refers to,
    with the generation 1, in every revision of any file. pyHanko does not allow the one and stops at the other.
    """
    for _ in judged(content, count, result, strict=False, skip_diff=True):
        pass


def judged(content, count, result, strict=True, **options):
    """Goes through the signatures, each with the judgement of it. The certificate that came with each is trusted."""
    found = PdfFileReader(io.BytesIO(content), strict=strict).embedded_signatures
    if len(found) != count:
        result["problems"].append(f"{len(found)} signatures after {count} were made")
    for number, signature in enumerate(found, 1):
        context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
        status = validate_pdf_signature(signature, context, **options)
        result["judgements"] += 1
        where = f"signature {number} in {signature.field_name} after {count}"
        if not (status.intact and status.valid and status.trusted):
            result["problems"].append(
                f"{where}: intact {status.intact}, valid {status.valid}, trusted {status.trusted}")
        yield where, status


def tamper(content, result):
    """Changes a signed file in ways that must be noticed: a judge that can't say no proves nothing."""
    flipped = bytearray(content)
    flipped[content.index(b"Avtalebok")] ^= 1
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(180)
    writer.update_container(page)
    turned = io.BytesIO()
    writer.write(turned)
    for what, changed in [("a changed byte", bytes(flipped)), ("a page turned around", turned.getvalue())]:
        before = {"problems": [], "judgements": 0, "level": "NONE"}
        judge(changed, result["signatures"], before)
        result["tampered"] += 1
        if not before["problems"]:
            result["problems"].append(f"{what} was not noticed")


def work(job):
    """Signs all fields of one file, or judges it as it is."""
    result = {"path": job["path"], "signatures": 0, "judgements": 0, "level": "NONE", "tampered": 0, "problems": []}
    try:
        with open(job["path"], "rb") as f:
            content = f.read()
        reader = PdfFileReader(io.BytesIO(content), strict=bool(job["out"]))
        fields = [name for name, _, _ in enumerate_sig_fields(reader)]
        if fields != job["fields"]:
            result["problems"].append(f"has the fields {fields}, want {job['fields']}")
        if not job["out"]:
            result["signatures"] = len(fields)
            judge_foreign(content, len(fields), result)
            return result
        for count, field in enumerate(fields, 1):
            content = sign(content, field, WORKER["signer"], WORKER["font"])
            result["signatures"] += 1
            # Each judgement goes through all later revisions: of fifty signatures, only the first and the last count.
            if count <= JUDGED_EACH or count == len(fields):
                judge(content, count, result)
        if job["tamper"]:
            tamper(content, result)
        with open(job["out"], "wb") as f:
            f.write(content)
    except Exception as e:  # whatever goes wrong is a result, for the caller to show
        result["problems"].append(f"{type(e).__name__}: {e}")
    return result


JUDGED_EACH = 12  # signatures after each of which all are judged

WORKER = {}  # the font and the signer of this process


def start(font):
    """Prepares a process for its jobs."""
    logging.disable(logging.CRITICAL)  # what matters is judged above
    WORKER.update(font=font, signer=make_signer("Kari Ødegård-Æsøy"))


def latin(font, folder):
    """A font file with only the Latin letters of another, so that pyHanko need not go through all of it each time."""
    options = subset.Options(layout_features=[], drop_tables=["GSUB", "GPOS", "GDEF"], notdef_outline=True)
    whole = subset.load_font(font, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=range(0x20, 0x180))
    cutter.subset(whole)
    path = os.path.join(folder, "latin.ttf")
    subset.save_font(whole, path, options)
    return path


def main():
    logging.disable(logging.CRITICAL)
    jobs = json.load(sys.stdin)
    with TemporaryDirectory() as folder, Pool(initializer=start, initargs=(latin(sys.argv[1], folder),)) as pool:
        json.dump(pool.map(work, jobs, chunksize=1), sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()

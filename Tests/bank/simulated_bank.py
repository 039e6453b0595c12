"""A bank for tests, as a process of its own.

It takes pain.001 files from a folder, keeps accounts, and writes camt.053 statements into another,
with delays, repetitions, losses, reordering, refusals and returns drawn from a seed. It is told by
lines on its standard input, and answers each with `ok`:

    tick     take in what has come, pay, and write the statements that are due
    flush    from here on nothing is lost or late: everything not yet said is said
    stop     leave

What really happened lies in `books.json` beside the folders, for the test to compare: the bank
counts for itself and never asks the office.
"""

import argparse
import json
import os
import pathlib
import random
import sys
import xml.etree.ElementTree as tree

CAMT = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
FEE = 1_000  # 分 that the bank charges now and then, under no id of the customer


def fen(text):
    whole, _, cents = text.partition(".")
    assert len(cents) == 2, text
    return int(whole) * 100 + int(cents)


def yuan(amount):
    return f"{amount // 100}.{amount % 100:02d}"


class Bank:
    def __init__(self, taken, given, seed):
        self.taken, self.given = pathlib.Path(taken), pathlib.Path(given)
        self.random = random.Random(seed)
        self.now = 0
        self.statements = 0
        self.references = 0
        self.accounts = {}
        self.messages = {}
        self.paid, self.returned, self.refused, self.lost = {}, {}, {}, {}
        self.fees = 0
        self.to_return = []
        self.due = []
        self.said = []
        self.is_flushed = False

    # What comes in.

    def tick(self):
        self.now += 1
        for path in sorted(self.taken.glob("*.xml")):
            if path.name.startswith("."):
                continue
            content = path.read_bytes()
            path.unlink()
            # The customer's file may be lost on its way; the customer sends it again some day.
            if self.chance(0.1):
                continue
            self.read(content)
        self.send_back()
        if self.chance(0.3):
            self.fees += FEE
            self.move(self.payer(), -FEE)
            self.say("DBIT", "BOOK", None, FEE, None)
        self.write_statements()
        self.write_books()

    def read(self, content):
        root = tree.fromstring(content)
        space = {"p": root.tag[1:].partition("}")[0]}
        find = lambda node, path: node.findtext(path, namespaces=space)
        header = root.find(".//p:GrpHdr", space)
        block = root.find(".//p:PmtInf", space)
        message = find(header, "p:MsgId")
        transfers = block.findall("p:CdtTrfTxInf", space)
        amounts = [fen(find(one, "p:Amt/p:InstdAmt")) for one in transfers]
        for place in (header, block):
            assert int(find(place, "p:NbOfTxs")) == len(transfers)
            assert fen(find(place, "p:CtrlSum")) == sum(amounts)
        # The same message again must be the same to the byte.
        assert self.messages.setdefault(message, content) == content, message
        self.accounts.setdefault(find(block, "p:DbtrAcct/p:Id/p:Othr/p:Id"), 0)
        for one, amount in zip(transfers, amounts):
            self.pay(
                find(one, "p:PmtId/p:EndToEndId"), amount,
                find(one, "p:CdtrAcct/p:Id/p:Othr/p:Id"))

    def pay(self, name, amount, account):
        if name in self.paid or name in self.refused or name in self.lost:
            self.say("DBIT", "INFO", name, amount, "AM05")
        elif self.chance(0.15):
            reason = self.random.choice(["AC01", "AC04", "BE01", "MS03"])
            self.refused[name] = reason
            self.say("DBIT", "INFO", name, amount, reason)
        elif self.chance(0.05):
            self.lost[name] = amount
        else:
            self.paid[name] = amount
            self.move(self.payer(), -amount)
            self.move(account, amount)
            if self.chance(0.2):
                self.say("DBIT", "PDNG", name, amount, None)
            self.say("DBIT", "BOOK", name, amount, None)
            if self.chance(0.15):
                self.to_return.append((self.now + self.random.randint(0, 3), name, account))

    def send_back(self):
        due = [one for one in self.to_return if one[0] <= self.now or self.is_flushed]
        self.to_return = [one for one in self.to_return if one not in due]
        for _, name, account in due:
            amount = self.paid[name]
            self.returned[name] = amount
            self.move(account, -amount)
            self.move(self.payer(), amount)
            self.say("CRDT", "BOOK", name, amount, "AC06")

    def payer(self):
        return next(iter(self.accounts), "0")

    def move(self, account, amount):
        self.accounts[account] = self.accounts.get(account, 0) + amount

    # What goes out.

    def say(self, direction, status, name, amount, reason):
        self.references += 1
        entry = (f"B{self.references:08d}", direction, status, name, amount, reason)
        self.due.append((self.now + self.random.randint(0, 3), entry))

    def write_statements(self):
        ready = [entry for when, entry in self.due if when <= self.now or self.is_flushed]
        self.due = [one for one in self.due if one[1] not in ready]
        # What was said before may be said again, in the same statement or a later one.
        again = [entry for entry in self.said + ready if self.chance(0.2)]
        self.said += ready
        entries = ready + again
        self.random.shuffle(entries)
        cut = self.random.randint(0, len(entries))
        for part in (entries[:cut], entries[cut:]):
            if not part:
                continue
            self.statements += 1
            if self.chance(0.15):
                # Lost on its way; asked for again, its entries come with another statement.
                self.due += [
                    (self.now + self.random.randint(1, 4), entry) for entry in dict.fromkeys(part)]
                continue
            # Names are drawn, so that the office reads the files in no order in particular.
            name = f"{self.random.getrandbits(32):08x}-{self.statements}.xml"
            hidden = self.given / f".{name}"
            hidden.write_bytes(self.statement(part))
            os.replace(hidden, self.given / name)

    def statement(self, entries):
        add = tree.SubElement
        root = tree.Element("Document", xmlns=CAMT)
        body = add(root, "BkToCstmrStmt")
        header = add(body, "GrpHdr")
        add(header, "MsgId").text = f"M{self.statements}"
        statement = add(body, "Stmt")
        add(statement, "Id").text = f"S{self.statements}"
        account = add(add(add(statement, "Acct"), "Id"), "Othr")
        add(account, "Id").text = self.payer()
        for reference, direction, status, name, amount, reason in entries:
            entry = add(statement, "Ntry")
            add(entry, "Amt", Ccy="CNY").text = yuan(amount)
            add(entry, "CdtDbtInd").text = direction
            add(entry, "Sts").text = status
            add(add(entry, "BookgDt"), "Dt").text = "2026-03-03"
            add(entry, "AcctSvcrRef").text = reference
            add(add(add(entry, "BkTxCd"), "Prtry"), "Cd").text = "TRF"
            detail = add(add(entry, "NtryDtls"), "TxDtls")
            add(add(detail, "Refs"), "EndToEndId").text = name or "NOTPROVIDED"
            if reason:
                add(add(add(detail, "RtrInf"), "Rsn"), "Cd").text = reason
        return tree.tostring(root, encoding="utf-8", xml_declaration=True)

    def chance(self, share):
        return not self.is_flushed and self.random.random() < share

    def write_books(self):
        books = {
            "accounts": self.accounts, "paid": self.paid, "returned": self.returned,
            "refused": self.refused, "lost": self.lost, "fees": self.fees}
        path = self.given.parent / "books.json"
        hidden = path.with_suffix(".part")
        hidden.write_text(json.dumps(books), encoding="utf-8")
        os.replace(hidden, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("taken", help="folder that payments come in")
    parser.add_argument("given", help="folder that statements go out by")
    parser.add_argument("--seed", type=int, required=True)
    words = parser.parse_args()
    bank = Bank(words.taken, words.given, words.seed)
    for line in sys.stdin:
        match line.strip():
            case "tick":
                bank.tick()
            case "flush":
                bank.is_flushed = True
                bank.tick()
                bank.tick()
            case "stop":
                return
            case other:
                sys.exit(f"unknown word: {other}")
        print("ok", flush=True)


if __name__ == "__main__":
    main()

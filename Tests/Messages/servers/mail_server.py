"""A real SMTP server (aiosmtpd) on a port of its own, for one test.

Prints its port, then one line of JSON for every mail it was given in full: what it answered, the
envelope, and the mail as Python's own parser reads it. Stops when its input ends.

    mail_server.py [--answers 451,250] [--drop N] [--certificate FILE --key FILE] [--login USER:PASSWORD]

--answers: the code for the 1st, 2nd … mail; the last one goes on. --drop: how many mails are
taken and then not acknowledged, the connection being cut.
"""

import argparse
import email.policy
import json
import logging
import socket
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("--answers", default="250")
parser.add_argument("--drop", type=int, default=0)
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--login")
options = parser.parse_args()
logging.getLogger("mail.log").disabled = True  # clients that break off are part of the tests
answers = [int(code) for code in options.answers.split(",")]
dropped = 0


def say(value):
    print(json.dumps(value, ensure_ascii=False), flush=True)


class Handler:
    async def handle_DATA(self, server, session, envelope):
        global dropped
        drops = dropped < options.drop
        code = answers.pop(0) if len(answers) > 1 else answers[0]
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say({
            "answer": "cut" if drops else str(code),
            "from": envelope.mail_from,
            "to": ",".join(envelope.rcpt_tos),
            "encrypted": "yes" if session.ssl else "no",
            "hello": session.host_name,
            "headers": "|".join(mail.keys()),
            "defects": str(len(mail.defects) + sum(len(v.defects) for v in mail.values())),
            "subject": mail["Subject"] or "",
            "sender": str(mail["From"]),
            "date": mail["Date"].datetime.isoformat() if mail["Date"] else "",
            "id": mail["Message-ID"] or "",
            "body": mail.get_content().replace("\r\n", "\n"),
            "longest": str(max(len(line) for line in envelope.content.split(b"\r\n"))),
            "raw": envelope.content.decode("ascii"),
        })
        if drops:
            dropped += 1
            server.transport.abort()
        return f"{code} as the test asks"


def authenticate(server, session, envelope, mechanism, data):
    user, _, password = options.login.partition(":")
    good = data.login == user.encode() and data.password == password.encode()
    return AuthResult(success=good, handled=good)


class Server(Controller):
    def factory(self):
        return SMTP(
            self.handler, hostname="mail.test", tls_context=self.tls,
            require_starttls=self.tls is not None,
            authenticator=authenticate if options.login else None,
            auth_required=bool(options.login), auth_require_tls=False)


    def _create_server(self):
        return self.loop.create_server(self._factory_invoker, sock=listener)


listener = socket.create_server(("127.0.0.1", 0))
port = listener.getsockname()[1]
controller = Server(Handler(), hostname="127.0.0.1", port=port)
controller.tls = None
if options.certificate:
    controller.tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    controller.tls.load_cert_chain(options.certificate, options.key)
controller.start()
say({"port": str(port)})
sys.stdin.read()
controller.stop()

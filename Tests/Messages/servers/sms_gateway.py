"""A gateway for short messages on a port of its own, for one test.

Prints its port, then one line of JSON for every request. Stops when its input ends.

    sms_gateway.py [--answers 503,200] [--silent]

--answers: the status for the 1st, 2nd … request; the last one goes on. 302 points back to here.
--silent: takes requests and never answers.
"""

import argparse
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("--answers", default="200")
parser.add_argument("--silent", action="store_true")
options = parser.parse_args()
answers = [int(code) for code in options.answers.split(",")]
ended = threading.Event()


def say(value):
    print(json.dumps(value, ensure_ascii=False), flush=True)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        code = answers.pop(0) if len(answers) > 1 else answers[0]
        say({
            "method": self.command, "path": self.path, "answer": str(code), "body": body,
            "authorization": self.headers["Authorization"] or "",
            "key": self.headers["Idempotency-Key"] or "",
            "type": self.headers["Content-Type"] or "",
        })
        if options.silent:
            ended.wait()
            return
        self.send_response(code)
        if code == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def do_GET(self):
        say({"method": self.command, "path": self.path})
        self.send_response(200)
        self.end_headers()

    def log_message(self, *ignored):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
say({"port": str(server.server_address[1])})
sys.stdin.read()
ended.set()
server.shutdown()

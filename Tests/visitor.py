"""Somebody who goes about the site without a browser: keeps cookies, reads forms and sends them."""

import html.parser
import http.client
import re
import urllib.parse

#: That of every player of a demonstration.
PASSWORD = "open-to-everybody"


class Forms(html.parser.HTMLParser):
    """The forms of a page that send something: their action and fields as they stand."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.open = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form":
            self.open = {"action": a.get("action", ""), "fields": {}, "buttons": []}
            if a.get("method", "").lower() == "post":
                self.found.append(self.open)
        elif self.open is None or "name" not in a:
            return
        elif tag == "button":
            self.open["buttons"].append((a["name"], a.get("value", "")))
        elif tag == "input" and a.get("type") not in ("checkbox", "radio", "file"):
            self.open["fields"][a["name"]] = a.get("value", "")
        elif tag == "textarea":
            self.open["fields"][a["name"]] = ""

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = None


class Session:
    """One browser: its cookies."""

    def __init__(self, host):
        self.host = host
        self.cookies = {}

    def request(self, connection, method, path, fields=None, follow=True):
        headers = {"Host": self.host, "Origin": f"http://{self.host}"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if follow and answer.status in (302, 303):
            return self.request(connection, "GET", answer.headers["Location"])
        return answer.status, text, path

    def sign_in(self, connection, name):
        """Status, text and path of the page that comes of it."""
        status, text, _ = self.request(connection, "GET", "/zh/sign-in")
        form = next(f for f in Forms(text).found if "sign-in" in f["action"])
        form["fields"].update({"name": name, "password": PASSWORD})
        return self.request(connection, "POST", form["action"], form["fields"])


def connect(host, address="127.0.0.1"):
    """A connection from one of this machine's own addresses: a crowd does not come from one."""
    name, port = host.split(":")
    return http.client.HTTPConnection(name, int(port), timeout=60, source_address=(address, 0))


def official(host, name, address):
    """Somebody of the office, signed in with the code that the tour tells."""
    connection, session = connect(host, address), Session(host)
    status, text, path = session.sign_in(connection, name)
    if path.startswith("/zh/sign-in/code"):
        form = next(f for f in Forms(text).found if "code" in f["action"])
        digits = re.search(r"验证器现在显示\D*(\d{6})", text)
        form["fields"]["code"] = digits.group(1)
        status, text, path = session.request(connection, "POST", form["action"], form["fields"])
    if status != 200 or "sign-in" in path:
        raise AssertionError(f"{name} could not sign in: {status} {path}")
    return session

"""The service as others reach it: behind the reverse proxies that it ships configurations for.

GONGJIANG names the executable; without it the release build is used. Everything listens on this
machine alone, on free ports, with a certificate made for the test.
"""

import contextlib
import os
import pathlib
import re
import socket
import subprocess
import time

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("GONGJIANG", str(ROOT / ".build/release/gongjiang"))
NAME = "localhost"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process):
    """Returns when somebody listens on the port; fails when the process ends before."""
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        assert process.poll() is None, "the proxy ended at once"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nobody listens on port {port}")


def replaced(text, changes):
    """The shipped configuration for this test; what is to be changed must be there."""
    for old, new in changes:
        assert old in text, f"the shipped configuration does not say {old!r}"
        text = text.replace(old, new)
    return text


class Reply:
    """What curl got: the status, the version of HTTP, the fields and the body."""

    def __init__(self, ran):
        self.failed = ran.returncode
        head, _, self.body = ran.stdout.replace("\r\n", "\n").partition("\n\n")
        lines = head.split("\n")
        self.version, _, rest = lines[0].partition(" ")
        self.status = int(rest.split(" ")[0]) if rest else 0
        self.fields = [
            (name.lower(), value.strip())
            for name, _, value in (line.partition(":") for line in lines[1:])
        ]

    def __getitem__(self, name):
        return [value for field, value in self.fields if field == name]


class Proxied:
    """A proxy before a running service."""

    def __init__(self, folder, http, https, service):
        self.folder, self.http, self.https, self.service = folder, http, https, service

    def curl(self, url, *words):
        ran = subprocess.run(
            ["curl", "--silent", "--include", "--noproxy", "*", "--max-time", "30",
             "--cacert", str(self.folder / "fullchain.pem"), "--http2", *words, url],
            capture_output=True, text=True, check=False)
        return Reply(ran)

    def get(self, path, *words):
        return self.curl(f"https://{NAME}:{self.https}{path}", *words)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A folder with a certificate for localhost that nobody else trusts."""
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", f"/CN={NAME}", "-addext",
         f"subjectAltName=DNS:{NAME}", "-keyout", str(folder / "key.pem"), "-out",
         str(folder / "fullchain.pem")],
        check=True, capture_output=True)
    return folder


def start_service(*words):
    """A running service, and its port."""
    process = subprocess.Popen(
        [TOOL, "serve", "--listen", "127.0.0.1:0", *words], cwd=ROOT, text=True,
        stdout=subprocess.PIPE)
    for line in process.stdout:
        match = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if match:
            return process, int(match.group(1))
    raise AssertionError("the service did not say where it listens")


def start_nginx(folder, certificate, http, https, upstream):
    site = replaced(
        (ROOT / "Deployment/nginx.conf").read_text(encoding="utf-8"),
        [("listen 80", f"listen 127.0.0.1:{http}"), ("listen 443", f"listen 127.0.0.1:{https}"),
         ("https://rencai.example.cn$", f"https://{NAME}:{https}$"), ("rencai.example.cn", NAME),
         ("/etc/ssl/gongjiang", str(certificate)), ("127.0.0.1:8080", f"127.0.0.1:{upstream}"),
         ("/var/log/nginx", str(folder))])
    # The lines for IPv6: a machine of the tests may have none.
    site = re.sub(r"\n *listen \[::\].*;", "", site)
    (folder / "site.conf").write_text(site, encoding="utf-8")
    temporary = "\n".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    (folder / "main.conf").write_text(
        # Where root runs the tests the workers could not write beside the logs.
        f"{'user root;' if os.geteuid() == 0 else ''}\ndaemon off;\npid {folder}/pid;\n"
        f"error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\n{temporary}\ninclude {folder}/site.conf;\n}}\n", encoding="utf-8")
    return subprocess.Popen(
        ["nginx", "-e", str(folder / "error.log"), "-c", str(folder / "main.conf")])


def start_caddy(folder, certificate, http, https, upstream):
    site = replaced(
        (ROOT / "Deployment/Caddyfile").read_text(encoding="utf-8"),
        [("\tadmin off\n",
          f"\tadmin off\n\thttp_port {http}\n\thttps_port {https}\n\tdefault_bind 127.0.0.1\n"),
         (":443 {", f":{https} {{"), ("rencai.example.cn", NAME),
         ("/etc/ssl/gongjiang", str(certificate)), ("127.0.0.1:8080", f"127.0.0.1:{upstream}")])
    (folder / "Caddyfile").write_text(site, encoding="utf-8")
    home = dict(os.environ, HOME=str(folder), XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    with open(folder / "error.log", "w", encoding="utf-8") as log:
        return subprocess.Popen(
            ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"],
            env=home, stderr=log)


PROXIES = {"nginx": start_nginx, "caddy": start_caddy}


@contextlib.contextmanager
def running(kind, folder, certificate, *words):
    """A proxy of a kind before a service that is started with these words."""
    service, upstream = start_service(*words)
    http, https = free_port(), free_port()
    proxy = PROXIES[kind](folder, certificate, http, https, upstream)
    try:
        wait_for(https, proxy)
        yield Proxied(certificate, http, https, upstream)
    finally:
        for process in [proxy, service]:
            process.terminate()
        proxy.wait(timeout=15)
        assert service.wait(timeout=15) == 0


@pytest.fixture(scope="session", params=PROXIES)
def kind(request):
    return request.param


@pytest.fixture(scope="session")
def proxied(kind, tmp_path_factory, certificate):
    """As shipped: the service believes the proxy."""
    words = ["--host", NAME, "--trust-proxy", "127.0.0.1"]
    with running(kind, tmp_path_factory.mktemp(kind), certificate, *words) as site:
        yield site


@pytest.fixture
def untrusting(kind, tmp_path, certificate):
    """The service believes somebody else."""
    with running(kind, tmp_path, certificate, "--host", NAME, "--trust-proxy", "192.0.2.1") as site:
        yield site

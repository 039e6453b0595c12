"""nginx and Caddy before the service, with the configurations of Deployment/."""

import socket
import ssl

import pytest
from conftest import NAME

START = "/zh/check/"


def begins_session(proxied, *words):
    """Asks for the first page of an interview, which sets a cookie."""
    reply = proxied.get(START, "--request", "POST", "--data", "", *words)
    assert reply.status == 303, reply.body
    assert len(reply["set-cookie"]) == 1
    return reply["set-cookie"][0]


def raw(port, request, name=NAME):
    """What comes back for exactly these bytes over TLS."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
        with context.wrap_socket(plain, server_hostname=name) as tls:
            tls.sendall(request)
            received = b""
            try:
                while piece := tls.recv(65536):
                    received += piece
            except (TimeoutError, ConnectionError, ssl.SSLError):
                pass
            return received


def test_pages_over_https_in_http_2(proxied):
    reply = proxied.get("/zh/")
    assert (reply.version, reply.status) == ("HTTP/2", 200)
    assert "<html" in reply.body
    assert reply["strict-transport-security"] == ["max-age=31536000"]
    assert reply["content-security-policy"][0].startswith("default-src 'none'")
    assert reply["cache-control"] == ["no-store"]
    assert reply["content-encoding"] == []
    assert not any("/" in server for server in reply["server"]), "the proxy tells its version"


def test_plain_http_is_sent_on(proxied):
    reply = proxied.curl(f"http://{NAME}:{proxied.http}/zh/?a=b")
    assert reply.status == 308
    # Caddy takes whatever port it is given for the public one, and leaves it out.
    assert [place.replace(f":{proxied.https}/", "/") for place in reply["location"]] == [
        f"https://{NAME}/zh/?a=b"]
    assert reply["set-cookie"] == []


def test_cookies_are_of_this_host_alone(proxied):
    cookie = begins_session(proxied)
    name, *attributes = cookie.split("; ")
    assert name.startswith("__Host-gongjiang=")
    assert set(attributes) >= {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"}
    assert not any(attribute.startswith("Domain") for attribute in attributes)
    # It comes back and is known again.
    first = proxied.get(START, "--cookie", name)
    assert first.status in (200, 303)


def test_the_proxy_is_believed_and_nobody_else(untrusting):
    """Whether the service took the request for one by HTTPS shows in the cookie that it sets."""
    assert begins_session(untrusting).startswith("gongjiang=")


def test_what_a_client_says_of_itself_does_not_count(proxied):
    lies = ["--header", "X-Forwarded-Proto: http", "--header", "X-Forwarded-For: 192.0.2.66",
            "--header", "X-Forwarded-Host: attacker.example",
            "--header", "Forwarded: for=192.0.2.66;proto=http;host=attacker.example"]
    assert begins_session(proxied, *lies).startswith("__Host-")


def test_another_name_is_refused(proxied):
    reply = proxied.get("/zh/", "--header", "Host: attacker.example")
    assert reply.status == 421
    assert "工匠" not in reply.body
    answer = raw(
        proxied.https,
        b"GET /zh/ HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 421")
    with pytest.raises((ssl.SSLError, AssertionError)):
        # Either there is no certificate under that name, or no page.
        assert b" 421 " not in raw(
            proxied.https,
            b"GET /zh/ HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n",
            name="attacker.example").split(b"\r\n")[0]


def test_the_service_itself_refuses_other_names(proxied):
    reply = proxied.curl(f"http://127.0.0.1:{proxied.service}/zh/")
    assert reply.status == 421
    assert f"https://{NAME}/" in reply.body


@pytest.mark.parametrize("size, whose", [(3 << 20, "service"), (12 << 20, "proxy")])
def test_bodies_too_large_are_refused(proxied, tmp_path, size, whose):
    large = tmp_path / "large.json"
    large.write_bytes(b" " * size)
    # In HTTP/1.1: this curl takes an early answer in HTTP/2, which the standard allows (RFC 9113,
    # 8.1), for a failure.
    reply = proxied.get(
        "/zh/facts/", "--http1.1", "--header", "Expect:", "--form", f"facts-file=@{large}")
    assert reply.status == 413
    if whose == "service":
        assert "最多 2 MiB" in reply.body
    assert proxied.get("/zh/").status == 200


SMUGGLED = "GET /zh/policies/ HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.mark.parametrize("fields", [
    "Content-Length: 0\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: chunked\r\nContent-Length: 5",
    "Content-Length: 5\r\nContent-Length: 6",
    "Transfer-Encoding: gzip, chunked",
    "Transfer-Encoding: xchunked",
    "Transfer-Encoding : chunked",
    "Content-Length: +5",
])
def test_no_request_hides_in_another(proxied, fields):
    """One request whose end two programs could see at different places is answered once: by
    refusal, or as the one request it is."""
    answer = raw(
        proxied.https,
        f"POST {START} HTTP/1.1\r\nHost: {NAME}:{proxied.https}\r\n{fields}\r\n"
        f"Connection: close\r\n\r\n0\r\n\r\n{SMUGGLED}".encode())
    assert answer.count(b"HTTP/1.1 ") <= 1, answer
    assert b"HTTP/1.1 200" not in answer
    # Nothing is left over for whoever comes next on the same connection to the service.
    for _ in range(5):
        assert proxied.get("/zh/").status == 200


def test_a_form_of_another_site_is_refused(proxied):
    own = f"https://{NAME}:{proxied.https}"
    for origin, status in [(own, 303), (own.replace("https", "http"), 403),
                           ("https://attacker.example", 403)]:
        reply = proxied.get(
            START, "--request", "POST", "--data", "", "--header", f"Origin: {origin}")
        assert reply.status == status, origin

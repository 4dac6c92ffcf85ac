using System.Net.Sockets;
using System.Text;

namespace BriefBot.Tests.Fakes;

/// <summary>
/// Requests over HTTP that mean harm or are broken: paths, methods, headers, lengths and bodies, and clients that stop in the middle.
/// </summary>
/// <param name="seed">The same seed gives the same requests.</param>
internal sealed class MalformedRequests(int seed)
{
    private static readonly string[] Paths =
    [
        "/",
        "/api/ask",
        "/api/documents",
        "/health/ready",
        "/metrics",
        "/page.js",
        "/api/ask/../documents",
        "//api//ask",
        "/%00",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%zz",
        "/api/ask?question=",
        "/\u00e9",
        "*",
        "http://other.example/api/ask",
    ];

    private static readonly string[] Methods =
    [
        "GET",
        "POST",
        "HEAD",
        "PUT",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PATCH",
        "get",
        "G\u00cbT",
        "POST POST",
        "",
    ];

    private static readonly string[] Types =
    [
        "application/json",
        "application/json; charset=utf-7",
        "application/json; charset=none",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        ";;;",
        "application/x-www-form-urlencoded",
    ];

    private static readonly string[] Bodies =
    [
        "{\"question\":\"When?\"}",
        "{\"question\":\"When?\",\"question\":5}",
        "{\"question\":",
        "[[[[",
        "null",
        "\u0000",
        "{\"question\":\"\\ud800\"}",
        "{\"question\":\"When?\"}{\"question\":\"Who?\"}",
        "{\"question\":{\"question\":\"Who?\"}}",
        "{\"question\":\"When?\",\"conversation\":\"\u202e\",\"messageId\":\"\\u0000\"}",
        "{\"question\":\"When?\",\"conversation\":7}",
        "",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The bytes of the next request, and whether its sender then says nothing for a while.</summary>
    public (byte[] Bytes, bool IsSlow) Next()
    {
        var bytes = Encoding.UTF8.GetBytes(_random.Next(12) == 0 ? Garbage() : Request());
        for (var mutations = _random.Next(5); mutations > 0 && bytes.Length > 0; mutations--)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return _random.Next(8) == 0 ? (bytes[..(bytes.Length / 2)], true) : (bytes, false);
    }

    /// <summary>Sends a request.</summary>
    /// <returns>What came back, which may be nothing.</returns>
    public static async Task<string> SendAsync(Uri service, byte[] request, bool isSlow, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Host, service.Port, cancellationToken);
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync(request, cancellationToken);
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            // What the service waits for never comes.
            late.CancelAfter(TimeSpan.FromSeconds(isSlow ? 0.2 : 0.5));
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await ReadAsync(reader, late.Token);
        }
        catch (IOException)
        {
            // The service may hang up on what is no HTTP.
            return "";
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var read = new StringBuilder();
        try
        {
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                read.Append(line).Append('\n');
            }
        }
        catch (OperationCanceledException)
        {
            // The sender has waited long enough.
        }

        return read.ToString();
    }

    private string Request()
    {
        var body = _random.Next(10) == 0 ? new string('[', _random.Next(50_000)) : Pick(Bodies);
        var head = new StringBuilder($"{Pick(Methods)} {Path()} HTTP/{Pick(["1.1", "1.1", "1.1", "1.0", "2.0", "9", ""])}\r\n");
        head.Append(_random.Next(6) == 0 ? "" : $"Host: {Pick(["127.0.0.1", "localhost", "other.example", "a b", ""])}\r\n");
        head.Append($"Content-Type: {Pick(Types)}\r\n");
        head.Append(
            _random.Next(6) switch
            {
                0 => "",
                1 => $"Content-Length: {Pick(["-1", "99999999999999999999", "7x", "1, 2", "5000"])}\r\n",
                2 => "Transfer-Encoding: chunked\r\n",
                3 => $"Transfer-Encoding: chunked\r\nContent-Length: {body.Length}\r\n",
                _ => $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n",
            }
        );
        head.Append(
            _random.Next(8) switch
            {
                0 => $"X-Long: {new string('x', _random.Next(40_000))}\r\n",
                1 => string.Concat(Enumerable.Range(0, _random.Next(200)).Select(i => $"X-{i}: {i}\r\n")),
                2 => "Authorization: Bearer \u0000\r\n",
                3 => "Origin: https://other.example\r\n",
                4 => "no colon here\r\n",
                _ => "",
            }
        );
        var isChunked = head.ToString().Contains("chunked", StringComparison.Ordinal);
        return $"{head}Connection: close\r\n\r\n{(isChunked ? Pick(["5\r\nhello\r\n0\r\n\r\n", "ffffffffffff\r\nx", "-5\r\nx", "0\r\n\r\n", "zz\r\n"]) : body)}";
    }

    private string Path() =>
        _random.Next(10) switch
        {
            0 => "/" + new string('a', _random.Next(20_000)),
            1 => "/" + Uri.EscapeDataString(Garbage()),
            _ => Pick(Paths),
        };

    private string Garbage() => string.Concat(Enumerable.Range(0, _random.Next(200)).Select(_ => (char)_random.Next(1, 0xD000)));

    private string Pick(string[] some) => some[_random.Next(some.Length)];
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace XacThuc.Testing.Mail;

/// <summary>A mail that a server took: who sends, to whom, and all of it as it came.</summary>
public sealed record TakenMail(string From, string To, string Text);

/// <summary>A mail server of this machine, as small as SMTP (RFC 5321) lets it be. It keeps what it takes.</summary>
public sealed class GivenMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private GivenMailServer()
    {
        _listener.Start();
        _work = Accept();
    }

    /// <summary>All mails, in the order in which they came.</summary>
    public ConcurrentQueue<TakenMail> Taken { get; } = new();

    /// <summary>What it answers to a recipient; it takes all where nothing is said.</summary>
    public Func<string, string> AnswersTo { get; set; } = _ => "250 OK";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static GivenMailServer Open() => new();

    /// <summary>What <c>mail.json</c> says of it.</summary>
    public string Settings(params (string Unit, string Address)[] to) => $$"""
        { "host": "127.0.0.1", "port": {{Port}}, "from": "vanhoa@caoloc.example.vn", "to": { {{string.Join(", ", to.Select(one => $"\"{one.Unit}\": \"{one.Address}\""))}} } }
        """;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (!_stop.IsCancellationRequested) _ = Talk(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var whole = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 given.example ESMTP");
            var (from, to) = ("", "");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var verb = line.Split(' ', 2)[0].ToUpperInvariant();
                if (verb is "MAIL") from = Between(line);
                if (verb is "RCPT") to = Between(line);
                switch (verb)
                {
                    case "EHLO" or "HELO" or "MAIL" or "RSET" or "NOOP":
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "RCPT":
                        await writer.WriteLineAsync(AnswersTo(to));
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        Taken.Enqueue(new TakenMail(from, to, await Body(reader)));
                        await writer.WriteLineAsync("250 taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("502 not known here");
                        break;
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // The other end has gone, or the test is over.
        }
    }

    private async Task<string> Body(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line is not ".") text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
        return text.ToString();
    }

    private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert.Writing;

namespace XacThuc.Bench.Certificates;

/// <summary>
/// Certificates written and checked a second on one core, from what they say to the text of the code and back to the verdict, beside what
/// <c>openssl speed</c> signs and verifies on the same machine in the same run.
/// </summary>
internal static class CertificatesCommand
{
    private static readonly DateTimeOffset Issued = new(2021, 12, 20, 8, 0, 0, TimeSpan.Zero);

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 3, Description = "Seconds of each measurement" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "How often, in turns; the middle one counts" };
        var command = new Command("certificates", "Certificates written and checked a second, beside openssl speed") { seconds, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(seconds), parsed.GetValue(rounds)));
        return command;
    }

    private static void Run(int seconds, int rounds)
    {
        Console.WriteLine(MachineFacts.Now());
        Console.WriteLine("\n| on one core | a second of processor time | openssl speed | ratio | asked |\n|---|---|---|---|---|");
        using var ec = Signer(new CertificateRequest("C=VN, CN=DSC", ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256));
        using var rsa = Signer(new CertificateRequest("C=VN, CN=DSC", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
        Contest("ES256", ec, "ecdsap256", seconds, rounds, askedWritten: 0.50, askedChecked: 0.88);
        Contest("PS256", rsa, "rsa2048", seconds, rounds, askedWritten: 0.80, askedChecked: 0.90);
        Revoked(seconds);
    }

    // Beside a set of whole hashes in memory, which no phone would fetch.
    private static void Revoked(int seconds)
    {
        const int many = 1_000_000, others = 10_000_000;
        var hashes = Enumerable.Range(0, many).Select(Hash).ToArray();
        var list = RevocationList.Make(hashes, Issued);
        var set = hashes.Select(hash => BitConverter.ToUInt64(hash)).ToHashSet();
        var wrong = Enumerable.Range(many, others).Count(nth => list.Contains(Hash(nth)));
        var (ours, theirs) = (Rate(seconds, nth => list.Contains(hashes[nth % many])), Rate(seconds, nth => set.Contains(BitConverter.ToUInt64(hashes[nth % many]))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{many:N0} revocations: {list.File.Length:N0} bytes ({3_000_000.0 / list.File.Length:0.00} times within the 3 MB asked); {wrong} of {others:N0} others taken for one of them; {ours:N0} asked a second ({ours / theirs:0.00} of a HashSet)"));
    }

    private static byte[] Hash(int nth) => RevocationHash.OfId($"URN:UVCI:01:VN:{nth:X32}");

    private static void Contest(string algorithm, X509Certificate2 own, string peer, int seconds, int rounds, double askedWritten, double askedChecked)
    {
        using var signer = new HcertSigner(own);
        var people = Enumerable.Range(0, 1000).Select(Vaccinated).ToArray();
        var texts = people.Select(one => HcertWriter.Write(one, "VN", Issued, Issued.AddYears(1), signer)).ToArray();
        if (!TrustList.TryRead(own.RawData, out var trust)) throw new Refused("No list.");
        var (written, read, peers) = (new List<double>(), new List<double>(), new List<(double Sign, double Verify)>());
        for (var round = 0; round < rounds; round++)
        {
            written.Add(Rate(seconds, nth => _ = HcertWriter.Write(people[nth % people.Length], "VN", Issued, Issued.AddYears(1), signer)));
            read.Add(Rate(seconds, nth =>
            {
                if (CodeChecker.Check(texts[nth % texts.Length], CheckedAgainst.Keys(trust), Issued.AddDays(1)).Verdict != Verdict.Genuine) throw new Refused("Not genuine.");
            }));
            peers.Add(Peer(peer, seconds));
        }

        Row($"{algorithm}: written, signed, packed", Middle(written), Middle(peers.Select(one => one.Sign)), askedWritten);
        Row($"{algorithm}: read, checked, judged", Middle(read), Middle(peers.Select(one => one.Verify)), askedChecked);
    }

    private static void Row(string what, double ours, double theirs, double asked) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {ours:N0} | {theirs:N0} | {ours / theirs:0.00} | {asked:0.00} |"));

    // Half of the time warms up: code is compiled anew while it runs. What is counted is processor time, as openssl speed counts it, with all that the
    // runtime does beside: a machine that others use too does not make either slower.
    private static double Rate(int seconds, Action<int> once)
    {
        var nth = 0;
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < seconds * 500; nth++) once(nth);
        var (first, spent, clock) = (nth, Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        for (; clock.ElapsedMilliseconds < seconds * 1000; nth++) once(nth);
        return (nth - first) / (Environment.CpuUsage.TotalTime - spent).TotalSeconds;
    }

    // Its last line ends with signatures and verifications a second.
    private static (double Sign, double Verify) Peer(string name, int seconds)
    {
        var said = ChildProcess.Run("openssl", "speed", "-seconds", seconds.ToString(CultureInfo.InvariantCulture), name).Said;
        if (said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [.., var sign, var verify]) throw new Refused("openssl speed said nothing.");
        return (double.Parse(sign, CultureInfo.InvariantCulture), double.Parse(verify, CultureInfo.InvariantCulture));
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static Dcc Vaccinated(int nth) => new(
        DccName.OfVietnamese($"Lý Thị Mẩy {(char)('A' + (nth % 26))}"), "1956-02-11",
        new DccEntry.Vaccination(
            new DccIssued("840539006", "VN", "Ban Co Yeu", $"URN:UVCI:01:VN:{Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(nth)).AsSpan(0, 16))}"),
            "1119349007", "EU/1/20/1528", "ORG-100030215", 1 + (nth % 2), 2, new DateOnly(2021, 9, 1).AddDays(nth % 90)));

    private static X509Certificate2 Signer(CertificateRequest request) => request.CreateSelfSigned(Issued.AddDays(-1), Issued.AddYears(2));
}

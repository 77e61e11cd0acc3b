using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using XacThuc.Certificates.Hcert;
using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

/// <summary>Certificates of fifteen countries and those made to be wrong (dgc-testdata), judged check by check.</summary>
public sealed class PublishedCertificatesTests
{
    // Its algorithm stands outside of what is signed, where anybody could change it: refused, whatever is published.
    private const string UnsignedAlgorithm = "common/2DCode/raw/CO20.json";

    [Theory]
    [InlineData("UNPREFIX", 135)]
    [InlineData("B45DECODE", 99)]
    [InlineData("COMPRESSION", 100)]
    [InlineData("DECODE", 134)]
    [InlineData("VERIFY", 142)]
    [InlineData("EXPIRATION", 78)]
    [InlineData("KEYUSAGE", 38)]
    public void Every_sound_check_comes_out_as_published(string check, int published)
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        var (differing, judged, left) = (new List<string>(), 0, 0);
        foreach (var row in File.ReadLines(PublishedSuites.At("hcert/MANIFEST.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[2].Equals(check, StringComparison.Ordinal)))
        {
            if (row[4] is not "use")
            {
                left++;
                continue;
            }

            judged++;
            var (expected, actual) = (row[3] is "True", Judge(check, PublishedSuites.Read(PublishedSuites.At($"hcert/{row[0]}"))));
            if (expected != actual) differing.Add($"{row[0]}: {expected} published");
        }

        Assert.Equal(check is "VERIFY" ? $"{UnsignedAlgorithm}: True published" : "", string.Join('\n', differing));
        Assert.Equal(published, judged + left);
    }

    private static bool Judge(string check, JsonElement vector)
    {
        string Text(string name) => vector.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
        byte[] Bytes(string name) => Convert.FromHexString(Text(name));
        var context = vector.GetProperty("TESTCTX");
        switch (check)
        {
            case "UNPREFIX":
                return HcertEnvelope.Unprefix(Text("PREFIX"), out var base45) == HcertFault.None && base45.SequenceEqual(Text("BASE45"));
            case "B45DECODE":
                return Base45.TryDecode(Text("BASE45"), out var compressed) && (Text("COMPRESSED").Length == 0 || compressed.AsSpan().SequenceEqual(Bytes("COMPRESSED")));
            case "COMPRESSION":
                return HcertEnvelope.Inflate(Bytes("COMPRESSED"), out var cose) == HcertFault.None && cose.AsSpan().SequenceEqual(Bytes("COSE"));
        }

        var fault = Text("COSE").Length > 0 ? HcertMessage.TryRead(Bytes("COSE"), out var message) : HcertMessage.TryRead(Text("PREFIX"), out message);
        if (fault != HcertFault.None || message is null) return false;
        using var signer = context.TryGetProperty("CERTIFICATE", out var written) && written.GetString() is { Length: > 0 } base64
            ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64)) : null;
        return check switch
        {
            "DECODE" => Says(vector.GetProperty("JSON"), message.Claims.Certificate),
            "VERIFY" => signer is not null && message.IsSignedBy(signer),
            "KEYUSAGE" => signer is not null && SignerUse.May(signer, message.Claims.Certificate),
            _ => message.Claims.IsGoodAt(DateTimeOffset.Parse(context.GetProperty("VALIDATIONCLOCK").GetString()!, CultureInfo.InvariantCulture)),
        };
    }

    // The same, where dates may be written otherwise.
    private static bool Says(JsonElement expected, JsonElement read) => expected.ValueKind switch
    {
        JsonValueKind.Object => read.ValueKind == JsonValueKind.Object && expected.EnumerateObject().Count() == read.EnumerateObject().Count()
            && expected.EnumerateObject().All(field => read.TryGetProperty(field.Name, out var other) && Says(field.Value, other)),
        JsonValueKind.Array => read.ValueKind == JsonValueKind.Array && expected.GetArrayLength() == read.GetArrayLength()
            && expected.EnumerateArray().Zip(read.EnumerateArray()).All(pair => Says(pair.First, pair.Second)),
        JsonValueKind.Number => read.ValueKind == JsonValueKind.Number && expected.GetDouble() == read.GetDouble(),
        JsonValueKind.String => read.ValueKind == JsonValueKind.String && AreSame(expected.GetString()!, read.GetString()!),
        _ => expected.ValueKind == read.ValueKind,
    };

    private static bool AreSame(string expected, string read) => expected.Equals(read, StringComparison.Ordinal)
        || (DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first)
            && DateTimeOffset.TryParse(read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var second) && first == second);
}

using System.Globalization;
using System.Text.Json;
using XacThuc.Cli.VerifyQr;
using XacThuc.Cli.VerifyQr.Vectors;
using XacThuc.Matching.Texts;
using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Cli.Tests.VerifyQr;

/// <summary>Certificates of fifteen countries, those made to be wrong (dgc-testdata), and pictures of real issuers' codes.</summary>
public sealed class PublishedCodesTests
{
    // Its algorithm stands outside of what is signed, where anybody could change it: refused, whatever is published (decision 0034).
    private const string UnsignedAlgorithm = "common/2DCode/raw/CO20.json VERIFY";

    [Fact]
    public void Every_sound_check_comes_out_as_published()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        var sound = File.ReadLines(PublishedSuites.At("hcert/MANIFEST.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[4] is "use").ToList();

        var results = Vectors(sound.Select(row => row[0]).Distinct(StringComparer.Ordinal));

        var judged = sound.Select(row => (Country: row[1], Check: row[2], File: row[0], Result: results[row[0]].GetProperty($"EXPECTED{NameOf(row[2])}"))).ToList();
        var differing = judged.Where(one => one.Result.GetProperty("expected").GetBoolean() != one.Result.GetProperty("actual").GetBoolean()).ToList();
        Assert.Equal(UnsignedAlgorithm, string.Join('\n', differing.Select(one => $"{one.File} {one.Check}")));
        Assert.Equal(921, judged.Count);
        Table(judged.Select(one => (one.Check, one.Country, !differing.Contains(one))));
    }

    [Fact]
    public void Every_picture_is_read_to_its_text_and_payload()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        var pictures = File.ReadLines(PublishedSuites.At("pictures/MANIFEST.jsonl")).Select(line => JsonElement.Parse(line)).ToDictionary(line => line.GetProperty("file").GetString()!, StringComparer.Ordinal);

        var told = Run(terminal => new VerifyQrWork([.. pictures.Keys.Select(file => PublishedSuites.At($"pictures/{file}"))], new ListFiles(), "2022-01-15", asJson: true, terminal).Run());

        Assert.Equal(214, told.Count);
        foreach (var (line, expected) in told.Zip(pictures.Values))
        {
            Assert.Equal(expected.GetProperty("hc1").GetString(), line.GetProperty("text").GetString());
            Assert.True(SameJson.Are(expected.GetProperty("hcert"), line.GetProperty("payload")), expected.GetProperty("file").GetString());
            Assert.Equal(expected.GetProperty("kid").GetString(), line.GetProperty("keyId").GetString());
        }
    }

    private static string NameOf(string check) => check switch
    {
        "SCHEMA(ver)" => "SCHEMAVALIDATION",
        "EXPIRATION" => "EXPIRATIONCHECK",
        _ => check,
    };

    private static Dictionary<string, JsonElement> Vectors(IEnumerable<string> files)
    {
        var all = files.ToList();
        var told = Run(terminal => new TestVectors([.. all.Select(file => PublishedSuites.At($"hcert/{file}"))], terminal).Run());
        return all.Zip(told).ToDictionary(pair => pair.First, pair => pair.Second.GetProperty("results"), StringComparer.Ordinal);
    }

    private static void Table(IEnumerable<(string Check, string Country, bool Agrees)> judged)
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine("| check | country | judged | as published |\n|---|---|---|---|");
        foreach (var group in judged.GroupBy(one => (one.Check, one.Country)).OrderBy(group => group.Key.Check, StringComparer.Ordinal).ThenBy(group => group.Key.Country, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {group.Key.Check} | {group.Key.Country} | {group.Count()} | {group.Count(one => one.Agrees)} |"));
    }

    private static List<JsonElement> Run(Action<Terminal> work)
    {
        using var told = new StringWriter();
        Speech.Language = Language.English;
        work(new Terminal(told, false, TextWriter.Null, false, TimeProvider.System));
        return [.. told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}

using System.Text.Json;
using XacThuc.Certificates.Hcert.Schema;
using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

public sealed class DccSchemaTests
{
    private const string Sound = """
        { "ver": "1.3.0", "dob": "1956-02-11", "nam": { "fn": "Lý", "fnt": "LY", "gn": "Thị Mẩy", "gnt": "THI<MAY" },
          "v": [{ "tg": "840539006", "vp": "1119349007", "mp": "EU/1/20/1528", "ma": "ORG-100030215", "dn": 2, "sd": 2, "dt": "2021-09-18", "co": "VN", "is": "Ban Co Yeu", "ci": "URN:UVCI:01:VN:0" }] }
        """;

    [Fact]
    public void A_sound_certificate_has_no_fault() => Assert.Equal("", Faults(Sound));

    [Theory]
    [InlineData("\"ver\": \"1.3.0\",", "", "ver: Missing")]
    [InlineData("\"ver\": \"1.3.0\"", "\"ver\": 1.3", "ver: Kind")]
    [InlineData("1956-02-11", "1856-02-11", "dob: Form")]
    [InlineData("\"dob\": \"1956-02-11\"", "\"dob\": null", "dob: Kind")]
    [InlineData("\"fnt\": \"LY\"", "\"fnt\": \"Lý\"", "nam/fnt: Form")]
    [InlineData("\"fnt\": \"LY\",", "", "nam/fnt: Missing")]
    [InlineData("\"dn\": 2", "\"dn\": 0", "v/0/dn: Range")]
    [InlineData("\"dn\": 2", "\"dn\": 1.5", "v/0/dn: Kind")]
    [InlineData("2021-09-18", "2021-09-31", "v/0/dt: NotATime")]
    [InlineData("\"co\": \"VN\"", "\"co\": \"vn\"", "v/0/co: Form")]
    [InlineData("URN:UVCI:01:VN:0", "URN:UVCI:01:VN:000000000000000000000000000000000000000000000000000000000000000000000", "v/0/ci: TooLong")]
    [InlineData("\"v\": [{", "\"r\": [], \"v\": [{", "r: NotOne, : NotOne")]
    [InlineData("\"v\": [{", "\"t\": null, \"v\": [{", "t: Kind, : NotOne")]
    public void What_is_wrong_is_named_with_its_place(string part, string instead, string faults)
    {
        Assert.Contains(part, Sound, StringComparison.Ordinal);
        Assert.Equal(faults, Faults(Sound.Replace(part, instead, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1.0.0", "", "dob: Form")]
    [InlineData("1.2.1", "", "dob: Form")]
    [InlineData("1.3.0", "", "")]
    [InlineData("1.0.0", "1956", "dob: Form")]
    [InlineData("1.1.0", "1956", "")]
    [InlineData("9.9.9", "1956", "")]
    public void Each_version_is_judged_by_its_own(string version, string born, string faults) =>
        Assert.Equal(faults, Faults(Sound.Replace("1.3.0", version, StringComparison.Ordinal).Replace("1956-02-11", born, StringComparison.Ordinal)));

    [Fact]
    public void What_is_no_certificate_at_all_is_refused()
    {
        Assert.Equal(": Kind", Faults("[]"));
        Assert.Contains("nam: Missing", Faults("{}"), StringComparison.Ordinal);
        Assert.Contains("v/0: Kind", Faults("""{ "v": [null] }"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Published_examples_are_sound_or_not_as_published()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        var examples = Directory.GetFiles(PublishedSuites.At("schema/examples"), "*.json", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(PublishedSuites.At("schema/test"), "*.json", SearchOption.AllDirectories)).ToList();

        var other = examples.Where(file => DccSchema.Check(PublishedSuites.Read(file)).Count == 0 == file.Contains("/invalid/", StringComparison.Ordinal));

        Assert.Equal("", string.Join('\n', other));
        Assert.Equal(46, examples.Count);
    }

    private static string Faults(string json) => string.Join(", ", DccSchema.Check(JsonElement.Parse(json)).Select(fault => $"{fault.At}: {fault.Rule}"));
}

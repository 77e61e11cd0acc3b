using System.Formats.Cbor;
using System.Text.Json;
using CsCheck;
using XacThuc.Certificates.Hcert.Content;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

/// <summary>What was signed is read as a row of values, and is the JSON that it was made of.</summary>
public sealed class CborTreeTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["aZ0ệđ\u0001\"漢"], 0, 6];

    private static readonly Gen<object?> Any = Gen.Recursive<object?>((depth, any) => depth > 3
        ? Gen.OneOf(Word.Select(text => (object?)text), Gen.Long.Select(number => (object?)number), Gen.Const((object?)null))
        : Gen.OneOf(
            Word.Select(text => (object?)text), Gen.Long.Select(number => (object?)number), Gen.Double[-1e9, 1e9].Select(number => (object?)number), Gen.Bool.Select(yes => (object?)yes),
            any.Array[0, 4].Select(values => (object?)values),
            Gen.Dictionary(Word, any)[0, 20].Select(values => (object?)values)));

    [Fact]
    public void Json_written_as_cbor_comes_back() => Any.Sample(
        value =>
        {
            var json = JsonSerializer.SerializeToElement(value);
            return JsonElement.DeepEquals(json, CborJson.Read(json).ToJson());
        },
        iter: 500);

    [Theory]
    [InlineData("A2 61 61 01 61 61 02", "among few")]
    [InlineData("BF 61 61 01 7F 61 61 FF 02 FF", "once in pieces")]
    public void A_name_does_not_stand_twice(string hex, string why) => Assert.True(Record.Exception(() => Read(Bytes(hex))) is CborContentException, why);

    [Fact]
    public void A_name_does_not_stand_twice_among_many()
    {
        var names = Enumerable.Range(0, 40).Select(nth => $"n{nth}").ToList();

        Assert.Equal(40, Read(Named(names)).Count());
        Assert.Throws<CborContentException>(() => Read(Named([.. names, "n3"])));
    }

    [Fact]
    public void What_is_written_in_pieces_is_joined() =>
        Assert.Equal("""{"ab":"\u1EC7x","b":"AQI="}""", Read(Bytes("BF 7F 61 61 61 62 FF 7F 63 E1BB87 61 78 FF 61 62 5F 41 01 41 02 FF FF")).ToJson().GetRawText());

    [Theory]
    [InlineData("61 FF", "text that is no Unicode")]
    [InlineData("A1 01 02", "a name that is no text")]
    [InlineData("F9 7E00", "a number that is none")]
    [InlineData("62 61", "text that ends too early")]
    public void What_has_no_json_is_refused(string hex, string why) => Assert.True(Record.Exception(() => Read(Bytes(hex))) is CborContentException, why);

    [Fact]
    public void Sixteen_levels_are_read_and_no_more()
    {
        byte[] Nested(int levels) => [.. Enumerable.Repeat((byte)0x81, levels), 0x01];

        Assert.Equal(CborKind.List, Read(Nested(16)).Kind);
        Assert.Throws<CborContentException>(() => Read(Nested(17)));
    }

    private static CborValue Read(byte[] cbor) => CborTree.Read(new CborReader(cbor, CborConformanceMode.Lax), cbor);

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private static byte[] Named(List<string> names)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(names.Count);
        foreach (var name in names)
        {
            writer.WriteTextString(name);
            writer.WriteInt32(1);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }
}

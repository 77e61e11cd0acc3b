using System.Text;
using CsCheck;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Signing;
using XacThuc.Exchange.Tests.Houses;
using Xunit;

namespace XacThuc.Exchange.Tests.Signing;

public sealed class ForgeryTests
{
    private const string Json = """{"text":"chào"}""";

    [Fact]
    public async Task A_message_as_it_was_signed_is_answered()
    {
        await using var houses = await TwoHouses.Open();

        var (status, _) = await Request(houses).Send(houses.Answering.Url);

        Assert.Equal(200, status);
    }

    [Fact]
    public async Task A_signature_of_somebody_else_is_refused()
    {
        await using var houses = await TwoHouses.Open();
        var stranger = Directory.CreateTempSubdirectory("xt-stranger-").FullName;
        BorderKeys.CreateIfMissing(stranger);

        var (status, text) = await Request(houses).SignedBy(stranger).Send(houses.Answering.Url);

        Assert.Equal((401, true), (status, text.Contains("signature.unknown_key", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_name_of_a_known_key_over_somebody_elses_signature_is_refused()
    {
        await using var houses = await TwoHouses.Open();
        var stranger = Directory.CreateTempSubdirectory("xt-stranger-").FullName;
        BorderKeys.CreateIfMissing(stranger);
        var (right, wrong) = (Request(houses), Request(houses).SignedBy(stranger));

        var forged = right with { Signature = right.Signature[..^BorderKey.SignatureLength] + wrong.Signature[^BorderKey.SignatureLength..] };

        Assert.Contains("signature.wrong", (await forged.Send(houses.Answering.Url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_signature_is_refused()
    {
        await using var houses = await TwoHouses.Open();

        var (status, text) = await (Request(houses) with { Signature = "" }).Send(houses.Answering.Url);

        Assert.Equal((401, true), (status, text.Contains("signature.missing", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_signature_that_says_it_needs_none_is_refused()
    {
        await using var houses = await TwoHouses.Open();
        var header = System.Buffers.Text.Base64Url.EncodeToString("""{"alg":"none","b64":false,"crit":["b64"],"kid":"x"}"""u8);

        var (status, _) = await (Request(houses) with { Signature = $"{header}..{new string('A', 86)}" }).Send(houses.Answering.Url);

        Assert.Equal(401, status);
    }

    [Fact]
    public async Task Other_content_of_the_same_digest_header_is_refused()
    {
        await using var houses = await TwoHouses.Open();

        var (status, text) = await (Request(houses) with { Body = Encoding.UTF8.GetBytes("""{"text":"khác"}""") }).Send(houses.Answering.Url);

        Assert.Equal((400, true), (status, text.Contains("message.altered", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_right_message_at_another_address_is_refused()
    {
        await using var houses = await TwoHouses.Open();

        var (status, text) = await (Request(houses) with { Path = BorderHeaders.PathOf(Note.Kind) }).Send(houses.Answering.Url);

        Assert.Equal((401, true), (status, text.Contains("signature.wrong", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Any_change_of_one_byte_is_refused()
    {
        await using var houses = await TwoHouses.Open();
        var given = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 10_000], Gen.Int[1, 255]);

        await given.SampleAsync(
            async change =>
            {
                var altered = Alter(Request(houses), change.Item1, change.Item2, (byte)change.Item3);
                if (altered is null) return;

                var (status, _) = await altered.Send(houses.Answering.Url);
                Assert.NotEqual(200, status);
            },
            iter: 300, threads: 1);
        Assert.Equal(0, houses.Answering.Asked.Times);
    }

    // HTTP itself carries no other letters in a header or a path.
    private static SignedRequest? Alter(SignedRequest request, int part, int place, byte by) => part switch
    {
        0 => Text(request.Path, place, by) is { } path && path.StartsWith('/') ? request with { Path = path } : null,
        1 => Text(request.Id, place, by) is { } id ? request with { Id = id } : null,
        2 => Text(request.Time, place, by) is { } time ? request with { Time = time } : null,
        3 => Text(request.Digest, place, by) is { } digest ? request with { Digest = digest } : null,
        4 => Text(request.Signature, place, by) is { } signature ? request with { Signature = signature } : null,
        _ => request with { Body = Bytes(request.Body, place, by) },
    };

    private static string? Text(string text, int place, byte by)
    {
        var bytes = Bytes(Encoding.ASCII.GetBytes(text), place, by);
        var letter = bytes[place % bytes.Length];
        return letter is > 0x20 and < 0x7f && !"\"#?<>\\^`{|}%[]".Contains((char)letter, StringComparison.Ordinal)
            ? Encoding.ASCII.GetString(bytes) : null;
    }

    private static byte[] Bytes(byte[] bytes, int place, byte by)
    {
        var changed = (byte[])bytes.Clone();
        changed[place % changed.Length] ^= by;
        return changed;
    }

    private static SignedRequest Request(TwoHouses houses) => SignedRequest.Of(Question.Kind, Json, houses.Asking.Folder);
}

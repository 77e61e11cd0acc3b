using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Certificates;

/// <summary>By what anybody checks our certificates: signed, and of nobody.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task The_bundle_is_signed_by_a_key_that_the_house_names_and_holds_the_signer()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        await given.Issue("r1");
        using var anybody = given.House.Anybody();

        var keys = JsonSerializer.Deserialize<JsonElement>(await anybody.GetStringAsync("/verifier/api/key", GivenHouse.Stop)).GetProperty("keys");
        var bundle = (await anybody.GetStringAsync("/verifier/api/bundle", GivenHouse.Stop)).Split('.');

        var header = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(bundle[0]));
        var key = keys.EnumerateArray().Single(one => one.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());
        using var check = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(key.GetProperty("x").GetString()), Y = Base64Url.DecodeFromChars(key.GetProperty("y").GetString()) },
        });
        Assert.True(check.VerifyData(Encoding.ASCII.GetBytes($"{bundle[0]}.{bundle[1]}"), Base64Url.DecodeFromChars(bundle[2]), HashAlgorithmName.SHA256));
        Assert.Equal("xacthuc-bundle", header.GetProperty("typ").GetString());
        var says = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(bundle[1]));
        var signer = Convert.ToBase64String(Convert.FromHexString(Assert.Single(await given.Issued()).KeyId));
        Assert.Equal(signer, Assert.Single(says.GetProperty("keys").EnumerateArray()).GetProperty("kid").GetString());
        Assert.Equal(2, says.GetProperty("rules").GetArrayLength());
        Assert.Equal(2, says.GetProperty("personalKeys").GetArrayLength());
    }

    [Fact]
    public async Task What_was_taken_back_is_found_under_the_name_that_the_bundle_says_and_no_other()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        await given.Issue("r1");
        await given.Change("r1", record => record.FullName = "Lý Văn X");
        await given.House.Authenticate();
        await given.Follow();
        using var anybody = given.House.Anybody();

        var says = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars((await anybody.GetStringAsync("/verifier/api/bundle", GivenHouse.Stop)).Split('.')[1])).GetProperty("revocations");
        var file = await anybody.GetByteArrayAsync(says.GetProperty("address").GetString(), GivenHouse.Stop);
        using var other = await anybody.GetAsync($"/verifier/api/revocations/{new string('0', 64)}", GivenHouse.Stop);

        Assert.Equal(says.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(file)));
        Assert.True(RevocationList.TryRead(file, out var list));
        Assert.True(list.Contains(RevocationHash.OfId(Assert.Single(await given.Issued()).Uvci)));
        Assert.Equal(1, says.GetProperty("count").GetInt32());
        Assert.Equal((await given.Issued())[0].EndedAt!.Value.ToUnixTimeSeconds(), list.MadeAt.ToUnixTimeSeconds());
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task A_new_signer_signs_from_now_on_and_the_old_one_is_believed_still()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        await given.Issue("r1");
        var folder = Path.Combine(given.House.Folder, "certificates", "signers");
        await File.WriteAllTextAsync(Path.Combine(folder, "later.pem"), GivenSigner.Pem(TimeSpan.FromDays(0), years: 3), GivenHouse.Stop);

        await given.Change("r1", record => record.FullName = "Lý Văn Quấn");
        await given.House.Authenticate();
        await given.Follow();

        var issued = await given.Issued();
        Assert.False(issued[0].KeyId.Equals(issued[1].KeyId, StringComparison.Ordinal));
        Assert.Equal(XacThuc.Certificates.Codes.Verdict.Genuine, (await given.Check(issued[1].Text)).Verdict);
        Assert.Equal(XacThuc.Certificates.Codes.CheckReason.Revoked, Assert.Single((await given.Check(issued[0].Text)).Reasons));
    }

    [Theory]
    [InlineData("short.pem", "There is no key for certificates that is good for twelve months more.")]
    [InlineData("token.json", "The device that holds the key does not sign now.")]
    public async Task Without_a_key_that_signs_nothing_is_issued_and_whoever_asks_is_told(string file, string says)
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        var folder = Directory.CreateDirectory(Path.Combine(given.House.Folder, "certificates", "signers")).FullName;
        foreach (var sample in Directory.GetFiles(folder)) File.Delete(sample);
        await File.WriteAllTextAsync(Path.Combine(folder, file), file.EndsWith(".pem", StringComparison.Ordinal)
            ? GivenSigner.Pem(TimeSpan.FromDays(1), years: 0)
            : """{"module":"/nowhere/libtoken.so","label":"x","pinFile":"pin.txt"}""", GivenHouse.Stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "token.cer"), GivenSigner.Pem(TimeSpan.FromDays(1), years: 3), GivenHouse.Stop);

        var refused = await given.Issue("r1");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(says, refused.Page, StringComparison.Ordinal);
        Assert.Empty(await given.Issued());
    }

    [Fact]
    public async Task A_rotated_key_signs_the_next_bundle_and_was_known_before()
    {
        await using var given = await GivenCertificates.Start(Database.Sqlite);
        using var anybody = given.House.Anybody();
        var before = await anybody.GetStringAsync("/verifier/api/key", GivenHouse.Stop);

        new HouseKeys(given.House.Folder).Rotate(KeyUse.Bundles);
        var bundle = await anybody.GetStringAsync("/verifier/api/bundle", GivenHouse.Stop);

        var kid = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(bundle.Split('.')[0])).GetProperty("kid").GetString()!;
        Assert.Contains(kid, before, StringComparison.Ordinal);
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using XacThuc.Platform.Certificates.Keys;
using Xunit;

namespace XacThuc.Platform.Tests.Certificates.Keys;

/// <summary>The keys that a house signs with beside those of certificates.</summary>
public sealed class HouseKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xt-house-keys-").FullName;

    [Fact]
    public void AKeyStaysTheSameUntilItIsRotated_ThenTheNextOneSignsAndTheOldOneIsKnownStill()
    {
        var keys = Open();
        var (active, known) = (keys.Active(KeyUse.Bundles), keys.Known(KeyUse.Bundles));
        Assert.Equal(active.Id, Open().Active(KeyUse.Bundles).Id);
        Assert.Equal(2, known.Count);

        Open().Rotate(KeyUse.Bundles);

        Assert.Equal(known[1].Id, keys.Active(KeyUse.Bundles).Id);
        Assert.Contains(keys.Known(KeyUse.Bundles), key => key.Id.Equals(active.Id, StringComparison.Ordinal));
        Assert.Equal(3, keys.Known(KeyUse.Bundles).Count);
        Assert.DoesNotContain(keys.Known(KeyUse.Bundles), key => key.Id.Equals(keys.Active(KeyUse.PersonalCodes).Id, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatItSignsIsCheckedByItsPublicHalf()
    {
        var key = Open().Active(KeyUse.PersonalCodes);

        var signature = key.Sign("abc"u8);

        Assert.Equal(64, signature.Length);
        using var check = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Bytes(key.Jwk, "x"), Y = Bytes(key.Jwk, "y") },
        });
        Assert.True(check.VerifyData("abc"u8, signature, HashAlgorithmName.SHA256));
        Assert.False(check.VerifyData("abd"u8, signature, HashAlgorithmName.SHA256));
    }

    [Fact]
    public void TheFilesAreTheHousesAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has rights of another kind.");
        Open().Active(KeyUse.Bundles);

        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "signing")))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Bytes(JsonElement jwk, string part) => System.Buffers.Text.Base64Url.DecodeFromChars(jwk.GetProperty(part).GetString());

    private HouseKeys Open() => new(_folder);
}

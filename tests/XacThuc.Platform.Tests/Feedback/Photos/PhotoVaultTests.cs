using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Feedback.Photos;

public sealed class PhotoVaultTests
{
    private const string Digest = "abc";

    private static readonly byte[] Photo = GivenPhoto.File(SKEncodedImageFormat.Jpeg, 800, 600);

    [Fact]
    public void What_is_covered_shows_nothing_and_is_uncovered_by_the_same_house()
    {
        var vault = VaultOf(new EphemeralDataProtectionProvider());

        var (covered, again) = (vault.Cover(7, Digest, Photo), vault.Cover(7, Digest, Photo));

        Assert.Equal(Photo, vault.Uncover(7, Digest, covered));
        Assert.InRange(covered.Length - Photo.Length, 1, 400);
        Assert.NotEqual(covered[^1000..], again[^1000..]);
        for (var at = 0; at + 16 < Photo.Length; at += 64) Assert.Equal(-1, covered.AsSpan().IndexOf(Photo.AsSpan(at, 16)));

        // Like noise: every byte about as often as any other.
        var counts = covered.CountBy(value => value).ToDictionary();
        Assert.All(counts.Values, count => Assert.InRange(count, covered.Length / 256 * 0.6, covered.Length / 256 * 1.4));
    }

    [Fact]
    public void Another_house_another_report_and_changed_bytes_uncover_nothing()
    {
        var vault = VaultOf(new EphemeralDataProtectionProvider());
        var covered = vault.Cover(7, Digest, Photo);

        Assert.ThrowsAny<CryptographicException>(() => VaultOf(new EphemeralDataProtectionProvider()).Uncover(7, Digest, covered));
        Assert.ThrowsAny<CryptographicException>(() => vault.Uncover(8, Digest, covered));
        Assert.ThrowsAny<CryptographicException>(() => vault.Uncover(7, "abd", covered));
        foreach (var at in (int[])[0, 1, 40, 200, covered.Length / 2, covered.Length - 1])
        {
            var changed = covered.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => vault.Uncover(7, Digest, changed));
        }

        foreach (var length in (int[])[0, 1, 3, 100, covered.Length - 1]) Assert.ThrowsAny<CryptographicException>(() => vault.Uncover(7, Digest, covered[..length]));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Photos_of_a_report_are_kept_covered_in_their_order(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        var vault = VaultOf(new EphemeralDataProtectionProvider());
        var keep = new KeepPhoto(vault, TimeProvider.System);
        var first = await Read(Photo);
        var second = await Read(GivenPhoto.File(SKEncodedImageFormat.Png, 700, 900));

        await house.InDb(async db =>
        {
            keep.Add(db, 7, first);
            keep.Add(db, 7, second);
            keep.Add(db, 8, first);
            await db.SaveChangesAsync(GivenHouse.Stop);
        });

        var kept = await house.InDb(db => db.Set<FeedbackPhoto>().AsNoTracking().Where(photo => photo.CaseId == 7).OrderBy(photo => photo.Nth).ToListAsync());
        Assert.Equal([(1, 800, 600, first.Digest), (2, 700, 900, second.Digest)], kept.Select(photo => (photo.Nth, photo.Width, photo.Height, photo.Digest)));
        Assert.Equal(second.Bytes, vault.Uncover(kept[1]));
        Assert.Equal(second.Bytes.Length, kept[1].Size);
    }

    private static PhotoVault VaultOf(IDataProtectionProvider keys) => new(keys);

    private static async Task<ReadPhoto> Read(byte[] file) =>
        (await PhotoReading.Of(new MemoryStream(file), GivenHouse.Stop)).Match(read => read, refusal => throw new InvalidOperationException(refusal.Code));
}

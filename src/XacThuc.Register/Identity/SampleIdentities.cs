using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Accounts.Passwords;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity;

/// <summary>One e-identity of the sample, with what opens it.</summary>
/// <param name="Number">The number of a made-up person.</param>
/// <param name="Level">1 or 2.</param>
/// <param name="Password">Its password, known to everybody.</param>
/// <param name="TotpSecret">The secret of its codes; none at level 1.</param>
public sealed record SampleIdentity(string Number, int Level, string Password, string? TotpSecret)
{
    /// <summary>The level alone.</summary>
    public override string ToString() => $"{nameof(SampleIdentity)} {Level}";
}

/// <summary>E-identities to try the sign-in with. Never in production: a house that is no sample does not start with them.</summary>
public sealed class SampleIdentities
{
    private readonly RegisterDb _db;
    private readonly IdentitySecrets _secrets;
    private readonly TimeProvider _time;

    internal SampleIdentities(RegisterDb db, IdentitySecrets secrets, TimeProvider time) => (_db, _secrets, _time) = (db, secrets, time);

    /// <summary>What opens the identity of a number.</summary>
    public static SampleIdentity Of(string number, int level) => new(number, level, SampleAccounts.Password, level == 2 ? SecretOf(number) : null);

    /// <summary>Makes those that are not there yet; those that somebody has issued stay as they are.</summary>
    public async Task Create(IReadOnlyList<SampleIdentity> samples, CancellationToken stop)
    {
        var hash = AccountPasswords.NewHasher().HashPassword(null!, SampleAccounts.Password);
        foreach (var sample in samples)
        {
            var number = long.Parse(sample.Number, CultureInfo.InvariantCulture);
            if (await _db.FindIdentity(number, stop) is not null) continue;
            _db.Add(new EIdentity
            {
                Subject = Guid.NewGuid().ToString("N"),
                Number = number,
                Level = sample.Level,
                State = EIdentityState.Active,
                Stamp = EIdentity.NewStamp(),
                PasswordHash = hash,
                CoveredSecret = sample.TotpSecret is { } secret ? _secrets.Cover(secret) : null,
                IssuedBy = Actor.House.Name,
                IssuedAt = _time.GetUtcNow(),
                ActivatedAt = _time.GetUtcNow(),
                IsSample = true,
                Version = 1,
            });
        }

        await _db.Save(new Act(Actor.House, _time.GetUtcNow(), "identity.sample", $"identities:{samples.Count}"), stop);
    }

    /// <summary>Whether there is one.</summary>
    internal static Task<bool> Any(RegisterDb db, CancellationToken stop) => db.Set<EIdentity>().AnyAsync(one => one.IsSample, stop);

    private static string SecretOf(string number) =>
        OneTimeCode.ToBase32(SHA256.HashData(Encoding.UTF8.GetBytes($"xacthuc sample identity {number}")).AsSpan(0, 20));
}

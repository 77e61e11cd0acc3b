using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Accounts.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;

namespace XacThuc.Register.Identity.SignIn;

/// <summary>
/// Lets a citizen in: number and password, at level 2 a code of the phone as well. Whether anybody has the number or not, the
/// same is counted, the same is hashed, the same is written, the same is answered.
/// </summary>
internal sealed class EnterIdentity(
    RegisterDb db, PasswordCheck check, IdentityTries tries, IdentityMeters meters, IdentitySecrets secrets, HouseSettings house, TimeProvider time)
{
    /// <summary>The first step.</summary>
    /// <returns>The identity; at level 2 a code is asked next.</returns>
    public async Task<Result<EIdentity>> WithPassword(string? typed, string password, IPAddress? from, CancellationToken stop)
    {
        var number = IdentityPeople.ReadNumber(typed);
        if (!meters.MayTry(number, from)) return IdentityRefusals.TooMany;
        var identity = await db.FindIdentity(number, stop);
        var person = await db.FindPerson(number, stop);
        var isRight = await check.IsRight(identity?.PasswordHash, password, stop);
        if (!isRight || identity is null || person is null || !identity.IsOpenAt(time.GetUtcNow()))
        {
            await tries.Fail(identity, "identity.refuse", stop);
            return IdentityRefusals.NotRight;
        }

        if (identity.Level == 1) await Let(identity, "password", stop);
        return identity;
    }

    /// <summary>The second step, of level 2.</summary>
    public async Task<Result<EIdentity>> WithCode(EIdentity identity, string? typed, IPAddress? from, CancellationToken stop)
    {
        if (!meters.MayTry(identity.Number, from)) return IdentityRefusals.TooMany;
        var code = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        if (!identity.IsOpenAt(time.GetUtcNow()) || !await IsRight(identity, code, stop))
        {
            await tries.Fail(identity, "identity.refuse_code", stop);
            return IdentityRefusals.CodeNotRight;
        }

        await Let(identity, "code", stop);
        return identity;
    }

    private async Task<bool> IsRight(EIdentity identity, string code, CancellationToken stop)
    {
        if (code.Length != 6 || secrets.Find(identity.CoveredSecret) is not { } secret) return false;
        if (OneTimeCode.FindStep(secret, code, time.GetUtcNow()) is not { } step) return false;
        // One code opens once. Those of the sample are shared by whoever tries the houses at this moment.
        return house.IsSample || await db.Set<EIdentity>().Where(one => one.Id == identity.Id && one.LastCodeStep < step)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastCodeStep, step), stop) == 1;
    }

    private async Task Let(EIdentity identity, string how, CancellationToken stop)
    {
        await tries.Forget(identity, stop);
        await db.Save(new Act(IdentityPeople.Citizen, time.GetUtcNow(), "identity.begin", IdentityPeople.SubjectOf(identity), how), stop);
    }
}

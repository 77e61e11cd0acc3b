using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Tests.Houses;

namespace XacThuc.Platform.Tests.Portal.VNeId;

/// <summary>A house whose citizens sign in at an issuer, somebody at a browser, and a clock that is moved on by hand.</summary>
internal sealed class GivenSignIn : IAsyncDisposable
{
    private readonly GivenPartner _partner;

    private GivenSignIn(GivenPartner partner, GivenIssuer issuer, GivenHouse house, GivenClock clock) =>
        (_partner, Issuer, House, Clock, Citizen) = (partner, issuer, house, clock, house.Anybody());

    public GivenIssuer Issuer { get; }

    public GivenHouse House { get; }

    public GivenClock Clock { get; }

    public HttpClient Citizen { get; }

    public static async Task<GivenSignIn> Open(TokenFault fault = TokenFault.None)
    {
        // The issuer leads back to an address: the house has to know its own.
        var (partner, issuer, clock) = (GivenPartner.Closed(), await GivenIssuer.Open(fault), new GivenClock());
        var house = await GivenHouse.Start(Database.Sqlite, partner, more: builder => builder.Services.AddSingleton<TimeProvider>(clock), vneid: issuer.Settings);
        await house.Import($"record_id,full_name,sex,date_of_birth,id_number,commune_code\nr1,Lý Văn Quân,Nam,02/09/1978,{GivenIssuer.Number},06226\n");
        return new GivenSignIn(partner, issuer, house, clock);
    }

    /// <summary>Signs in: over to the issuer, which agrees, and back.</summary>
    public Task<(HttpStatusCode Status, string Address, string Page)> SignIn() => GivenPortal.Read(Citizen.GetAsync("/portal/sign-in/vneid", GivenHouse.Stop));

    /// <summary>Where a citizen comes who opens the own page.</summary>
    public async Task<string> Look() => (await GivenPortal.Read(Citizen.GetAsync("/portal/my", GivenHouse.Stop))).Address;

    /// <summary>Whose sessions began.</summary>
    public Task<List<string>> Begun() => House.InDb(db => db.Audit.AsNoTracking().Where(entry => entry.Kind == "session.begin").Select(entry => entry.Subject).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        Citizen.Dispose();
        await House.DisposeAsync();
        await Issuer.DisposeAsync();
        await _partner.DisposeAsync();
    }
}

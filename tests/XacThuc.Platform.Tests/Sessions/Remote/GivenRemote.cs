using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Sessions.Sign;
using XacThuc.Platform.Sessions.Sign.Remote;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Testing.Signing;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions.Remote;

/// <summary>A closed day, and a service at which the chairman's certificate is kept.</summary>
internal sealed class GivenRemote : IAsyncDisposable
{
    private GivenRemote(GivenSession day, GivenService service) => (Day, Service) = (day, service);

    public GivenSession Day { get; }

    public GivenService Service { get; }

    /// <summary>The sample's own root, which the house believes.</summary>
    public string Authority => Path.Combine(Day.Survey.House.Folder, "sample-authority");

    public static async Task<GivenRemote> Start(Database database = Database.Sqlite, int version = 1, string kind = "ecdsa", int confirm = 30, string secret = "bí mật", string access = "clientCredentials")
    {
        var service = await GivenService.Open(version);
        var given = new GivenRemote(await GivenSession.Closed(database, service.Settings(confirm, secret, access)), service);
        SampleAuthority.Open(given.Authority, TimeProvider.System.GetUtcNow()).Dispose();
        service.Signers["GX0112348"] = GivenSigner.Of(given.Authority, kind);
        return given;
    }

    public Task<(HttpStatusCode Status, string Page)> Ask(params (string Name, string Value)[] fields) =>
        Day.Send(Day.Survey.Committee, "remote", "ask", [("userId", GivenService.User), .. fields]);

    public Task<(HttpStatusCode Status, string Page)> StopWaiting() => Day.Send(Day.Survey.Committee, "remote", "stop");

    public Task<RemoteRequest> Last() => Day.InDb(db => db.Set<RemoteRequest>().AsNoTracking().OrderByDescending(one => one.Id).FirstAsync());

    public Task<SessionResult> Result() => Day.InDb(db => db.Set<SessionResult>().AsNoTracking().OrderByDescending(one => one.Version).FirstAsync());

    public async Task<SessionState> State() => (await Day.Session()).State;

    /// <summary>Waits until the phone rings.</summary>
    public async Task Rings(int times = 1)
    {
        for (var tries = 0; Service.Rings < times; tries++)
        {
            if (tries == 500) throw new TimeoutException($"The phone does not ring: {(await Last()).State}, {(await Last()).Problem}.");
            await Task.Delay(20, GivenHouse.Stop);
        }
    }

    /// <summary>Waits until the last request is in a state.</summary>
    public async Task<RemoteRequest> Until(params RemoteState[] states)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            var request = await Last();
            if (states.Contains(request.State)) return request;
            if (!request.IsOpen) break;
            await Task.Delay(20, GivenHouse.Stop);
        }

        throw new TimeoutException($"The request is {(await Last()).State}, {(await Last()).Problem}.");
    }

    /// <summary>A page of the session, as the committee sees it.</summary>
    public async Task<string> Page(string name = "remote")
    {
        var session = await Day.Session();
        return WebUtility.HtmlDecode(await Day.Survey.Committee.GetStringAsync($"/sessions/{session.Id}/{name}", GivenHouse.Stop));
    }

    public async Task NothingIsSigned()
    {
        Assert.False((await Result()).IsSigned);
        Assert.Equal(SessionState.Closed, await State());
    }

    public async ValueTask DisposeAsync()
    {
        await Day.DisposeAsync();
        await Service.DisposeAsync();
    }
}

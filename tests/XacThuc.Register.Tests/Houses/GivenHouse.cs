using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Register.Authentication;
using XacThuc.Register.Population;
using XacThuc.Register.Population.Import;
using XacThuc.Register.Population.Index;
using XacThuc.Web.Acts;
using XacThuc.Web.Clients;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Register.Tests.Houses;

/// <summary>A police house on loopback with a database of its own; whoever asks says who they are in a header.</summary>
internal sealed class GivenHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GivenPlace _place;
    private readonly bool _ownsPlace;

    private GivenHouse(WebApplication app, GivenPlace place, bool ownsPlace) => (_app, _place, _ownsPlace) = (app, place, ownsPlace);

    public IServiceProvider Services => _app.Services;

    public RegisterIndex Index => Services.GetRequiredService<RegisterIndex>();

    public string Folder => _place.Folder;

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<GivenHouse> Start(string kind, Action<IServiceCollection, string>? more = null)
    {
        var place = GivenPlace.New(kind);
        return await Start(place, ownsPlace: true, more: more);
    }

    public static async Task<GivenHouse> Start(
        GivenPlace place, bool ownsPlace = false, DateTimeOffset? now = null, Action<IServiceCollection, string>? more = null)
    {
        var builder = HouseHost.NewBuilder<RegisterDb>(new HouseSettings
        {
            House = HouseKind.Register,
            Url = new Uri("http://127.0.0.1:0"),
            PartnerUrl = new Uri("http://127.0.0.1:1"),
            Folder = place.Folder,
            Database = place.Database,
            IsSample = true,
        });
        builder.Services.AddPopulation().AddRecordAuthentication();
        more?.Invoke(builder.Services, place.Folder);
        if (now is { } moment) builder.Services.AddSingleton<TimeProvider>(new ShiftedTime(moment));
        builder.Services.AddAuthentication(GivenSignIn.Scheme).AddScheme<GivenSignInOptions, GivenSignIn>(GivenSignIn.Scheme, null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(ApiScopes.Authentication, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(ApiScopes.PopulationWrite, policy => policy.RequireAuthenticatedUser());
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPopulation().MapRecordAuthentication();
        await using (var scope = app.Services.CreateAsyncScope())
            _ = await HouseSchema.Prepare(scope.ServiceProvider.GetRequiredService<RegisterDb>(), isSample: true, CancellationToken.None);
        await app.StartAsync();
        return new GivenHouse(app, place, ownsPlace);
    }

    public HttpClient Client(string name = "client", string unit = "CAH-183")
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(GivenSignIn.Scheme, $"{name}/{unit}");
        return client;
    }

    public async Task<ImportCounts> Import(string path)
    {
        var result = await With(services => services.GetRequiredService<PopulationImport>().Run(
            path, new Act(Actor.House, DateTimeOffset.UnixEpoch, "population.import", "population:all"), CancellationToken.None));
        return result.Match(counts => counts, refusal => throw new InvalidOperationException(refusal.Sentence.ToString()));
    }

    public async Task<T> With<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsPlace) await _place.DisposeAsync();
    }

    private sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
    {
        private readonly long _began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began);
    }
}

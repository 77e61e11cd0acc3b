using XacThuc.Exchange.Signing;
using XacThuc.Testing.Houses;

namespace XacThuc.Exchange.Tests.Houses;

/// <summary>Two houses that know each other: one asks, one answers.</summary>
internal sealed class TwoHouses : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xt-border-");

    private TwoHouses(bool isPostgres)
    {
        var (one, other) = (FreePort.Take(), FreePort.Take());
        Asking = new TestHouse("asking", _folder.FullName, one, other, new TestDatabase(_folder.FullName, "asking", isPostgres));
        Answering = new TestHouse("answering", _folder.FullName, other, one, new TestDatabase(_folder.FullName, "answering", isPostgres));
        BorderKeys.CreateForSample(Asking.Folder, Answering.Folder);
    }

    public TestHouse Asking { get; }

    public TestHouse Answering { get; }

    public static async Task<TwoHouses> Open(bool isPostgres = false, Action<TwoHouses>? before = null)
    {
        var houses = new TwoHouses(isPostgres);
        before?.Invoke(houses);
        await houses.Asking.Start();
        await houses.Answering.Start();
        return houses;
    }

    public async ValueTask DisposeAsync()
    {
        await Asking.DisposeAsync();
        await Answering.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Cli;
using XacThuc.Cli.Houses.Border;
using XacThuc.Cli.Houses.House;
using XacThuc.Cli.Houses.Run;
using XacThuc.Cli.Houses.SetUp;
using XacThuc.Exchange;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Testing.Houses;
using XacThuc.Web.Hosting;

namespace XacThuc.Journeys.Tests.Production;

/// <summary>Both houses as two authorities set them up: no sample, keys exchanged by their operators, mutual TLS between them.</summary>
internal sealed class ProductionHouses : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-production-");
    private readonly StringWriter _said = new();
    private readonly List<WebApplication> _open = [];
    private readonly string? _postgres;
    private readonly RunOptions _options;

    public ProductionHouses(TestDatabase database)
    {
        _postgres = TestDatabases.NewConnection(database);
        _options = new RunOptions(_folder.FullName, FreeHttps(), FreeHttps(), SampleSize.None, _postgres);
    }

    /// <summary>All that the commands said, and nothing again when it is read twice.</summary>
    public string Said
    {
        get
        {
            var said = _said.ToString();
            _said.GetStringBuilder().Clear();
            return said;
        }
    }

    public Uri Platform => _options.Platform;

    private Terminal Terminal => new(_said, false, _said, false, TimeProvider.System);

    public string Folder(HouseKind house) => HousePlaces.Folder(_options.Data, house);

    public async Task<int> SetUp(HouseKind house, string district, DateOnly asOf, string user)
    {
        Directory.CreateDirectory(Folder(house));
        await using var opened = HouseData.Open(_options.Data, house, _postgres);
        return await SetUpCommand.Prepare(opened.Db, Folder(house), house, district, asOf, user, Terminal, CancellationToken.None);
    }

    public int Trust(HouseKind house, HouseKind other) =>
        BorderCommand.Trust(Folder(house), BorderKeys.PublicFile(Folder(other)), Terminal);

    public int Trust(HouseKind house, string file) => BorderCommand.Trust(Folder(house), file, Terminal);

    public int Rotate(HouseKind house) => BorderCommand.WithKeys(Folder(house), Terminal, BorderKeys.Rotate);

    public void MakeCertificates()
    {
        foreach (var house in Enum.GetValues<HouseKind>()) MakeCertificate(In(house, "tls.crt"), In(house, "tls.key"));
    }

    public async Task Serve()
    {
        foreach (var house in Enum.GetValues<HouseKind>())
        {
            var other = house == HouseKind.Platform ? HouseKind.Register : HouseKind.Platform;
            var tls = new BorderTls(In(house, "tls.crt"), In(house, "tls.key"), In(other, "tls.crt"));
            var built = HouseCommand.Build(HousePlaces.Settings(_options with { BorderTls = tls }, house));
            _open.Add(built);
            await built.StartAsync();
        }
    }

    /// <summary>The Platform asks about a record that nobody has.</summary>
    public async Task<string> AskAcross()
    {
        var row = new WrittenRow("1", 1, "Nông Văn Bảo", "Nam", "01/01/1990", "020090000001", "06226");
        var answer = await _open[0].Services.GetRequiredService<BorderClient>().Ask<AuthenticateRecord, RowVerdict>(
            new AuthenticateRecord("TYT-06226", "tram", row), Guid.NewGuid(), CancellationToken.None);
        return answer.Match(verdict => verdict.Status, (code, _) => code, sentence => sentence.En);
    }

    private string In(HouseKind house, string name) => Path.Combine(Folder(house), name);

    private static Uri FreeHttps() => new UriBuilder(HouseProcess.FreeAddress()) { Scheme = Uri.UriSchemeHttps }.Uri;

    private static void MakeCertificate(string certificateFile, string keyFile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=house", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var house in _open) await house.DisposeAsync();
        if (_postgres is not null) await TestDatabases.Drop(_postgres);
        await _said.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using XacThuc.Web.Accounts.SecondFactor;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>What a browser came to.</summary>
internal sealed record Seen(HttpStatusCode Status, Uri Address, string Page);

/// <summary>Both houses as they are served, and somebody at a browser without scripts.</summary>
internal sealed partial class GivenVNeId : IAsyncDisposable
{
    public const string Number = "020078000011";
    public const string OtherNumber = "020150000012";
    public const string Password = "con trâu qua suối 77";

    private const string Records =
        """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226
        r2,Lý Văn Quân,Nam,02/09/1979,020078000011,06226
        r3,Hoàng Thị Bé,Nữ,01/01/1960,020078000011,06226
        r4,Nông Thị Hoà,Nữ,1950,020150000012,06226

        """;

    private GivenVNeId(TestHouses houses) => (Houses, Person) = (houses, new GivenBrowser());

    public TestHouses Houses { get; }

    /// <summary>The citizen's browser.</summary>
    public GivenBrowser Person { get; }

    public Uri Platform => new(Houses.Platform);

    public Uri Register => new(Houses.Register);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<GivenVNeId> Open(TestDatabase database = TestDatabase.Sqlite) => new(await GivenWrongRecords.Open(Records, database));

    /// <summary>The same with the sample district.</summary>
    public static async Task<GivenVNeId> OpenDistrict() => new(await TestHouses.WithDistrict(TestDatabase.Sqlite));

    /// <summary>An officer issues an identity; the code of the slip.</summary>
    public async Task<string> Issue(int level, string number = Number, bool cardSeen = true)
    {
        using var officer = await Staff("CommunePolice", "CAX-06226");
        var found = await officer.Send(new Uri(Register, "identities?handler=find"), await officer.Open(new Uri(Register, "identities")), ("Number", number));
        var issued = await officer.Send(
            new Uri(Register, "identities?handler=issue"), found,
            [("Number", number), ("Level", $"{level}"), ("Version", VersionField().Match(found.Page).Groups["value"].Value), .. cardSeen ? [("CardSeen", "true")] : Array.Empty<(string, string)>()]);
        return Slip().Match(issued.Page).Value;
    }

    /// <summary>The owner activates it; the secret of the codes, none at level 1.</summary>
    public async Task<string?> Activate(string slip, string number = Number, string password = Password)
    {
        var choose = await Person.Send(new Uri(Register, "identity/activate"), await Person.Open(new Uri(Register, "identity/activate")), ("Number", number), ("Code", slip));
        var secret = Secret().Match(choose.Page) is { Success: true } match ? match.Groups["value"].Value.Replace(" ", "", StringComparison.Ordinal) : null;
        var done = await Person.Send(choose.Address, choose, ("Password", password), ("Again", password), ("Code", CodeOf(secret)));
        Assert.True(done.Status == HttpStatusCode.OK, done.Page);
        return secret;
    }

    /// <summary>Issues and activates.</summary>
    public async Task<string?> HasIdentity(int level, string number = Number) => await Activate(await Issue(level, number), number);

    /// <summary>From the portal to the consent page.</summary>
    public async Task<Seen> SignIn(string? secret, string number = Number, string password = Password, GivenBrowser? browser = null)
    {
        var person = browser ?? Person;
        var asked = await person.Open(new Uri(Platform, "portal/sign-in/vneid"));
        Assert.Equal("/identity/sign-in", asked.Address.AbsolutePath);
        var next = await person.Send(asked.Address, asked, ("ask", AskOf(asked)), ("Number", number), ("Password", password));
        return secret is null || next.Status != HttpStatusCode.OK ? next : await person.Send(next.Address, next, ("ask", AskOf(next)), ("Code", CodeOf(secret)));
    }

    /// <summary>Answers on the consent page.</summary>
    public Task<Seen> Answer(Seen consent, bool agrees = true, GivenBrowser? browser = null) => (browser ?? Person).Send(
        new Uri(Register, "connect/authorize"), consent, [.. GivenBrowser.Hidden(consent), ("answer", agrees ? "yes" : "no")]);

    /// <summary>Somebody of the staff, signed in.</summary>
    public async Task<GivenBrowser> Staff(string role, string? unit = null)
    {
        var (user, password, secret) = Houses.Account(role, unit);
        var house = role is "CommunePolice" or "DistrictPolice" ? Register : Platform;
        var browser = new GivenBrowser();
        var next = await browser.Send(new Uri(house, "sign-in"), await browser.Open(new Uri(house, "sign-in")), ("User", user), ("Password", password));
        if (secret is not null) next = await browser.Send(next.Address, next, ("Code", CodeOf(secret)));
        Assert.Equal("/", next.Address.AbsolutePath);
        return browser;
    }

    /// <summary>What a house noted of a kind: subject and reason, the first first.</summary>
    public async Task<List<(string Subject, string Reason)>> Noted(string house, string kind)
    {
        await using var connection = await Connect(house);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "Subject", "Reason" FROM audit WHERE "Kind" = '{kind}' ORDER BY "Id" """;
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var noted = new List<(string, string)>();
        while (await reader.ReadAsync(Stop)) noted.Add((reader.GetString(0), reader.GetString(1)));
        return noted;
    }

    /// <summary>Asks a house's database, or changes something there.</summary>
    public async Task<object?> Ask(string house, string statement, Action<DbCommand> fill)
    {
        await using var connection = await Connect(house);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        fill(command);
        return await command.ExecuteScalarAsync(Stop);
    }

    /// <summary>How citizens came in to the portal.</summary>
    public async Task<List<(string Subject, string Reason)>> Begun() =>
        [.. (await Noted("platform", "session.begin")).Where(one => one.Subject.StartsWith("citizen:", StringComparison.Ordinal))];

    private async Task<DbConnection> Connect(string house)
    {
        DbConnection connection = Houses.Postgres is { } server
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = $"{new NpgsqlConnectionStringBuilder(server).Database}_{house}" }.ToString())
            : new SqliteConnection($"Data Source={Path.Combine(Houses.Folder, house, $"{house}.db")}");
        await connection.OpenAsync(Stop);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        Person.Dispose();
        await Houses.DisposeAsync();
    }

    public static string AskOf(Seen seen) => GivenBrowser.Hidden(seen).Single(field => field.Name.Equals("ask", StringComparison.Ordinal)).Value;

    public static string CodeOf(string? secret) => secret is null ? "" : OneTimeCode.At(secret, TimeProvider.System.GetUtcNow());

    [GeneratedRegex("[a-z2-9]{4}(-[a-z2-9]{4}){3}", RegexOptions.ExplicitCapture)]
    private static partial Regex Slip();

    [GeneratedRegex("name=\"Version\" value=\"(?<value>[0-9]+)\"")]
    private static partial Regex VersionField();

    [GeneratedRegex("id=\"secret\">(?<value>[A-Z2-7 ]+)<")]
    private static partial Regex Secret();
}

/// <summary>A browser with cookies that follows redirects, without scripts.</summary>
internal sealed partial class GivenBrowser : IDisposable
{
    private readonly CookieContainer _cookies;
    private readonly HttpClient _http;

    public GivenBrowser() : this(new CookieContainer(), follows: true)
    {
    }

    private GivenBrowser(CookieContainer cookies, bool follows = false)
    {
        _cookies = cookies;
        _http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = follows });
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>Cookies for an address.</summary>
    public IReadOnlyList<Cookie> Cookies(Uri address) => _cookies.GetCookies(address).ToList();

    /// <summary>Takes a cookie from another browser.</summary>
    public void Take(Uri address, Cookie cookie, string name) => _cookies.Add(address, new Cookie(name, cookie.Value));

    /// <summary>Sends a form; where it leads, without going there.</summary>
    public async Task<Uri> Where(Uri address, Seen page, params IEnumerable<(string Name, string Value)> fields)
    {
        using var still = new GivenBrowser(_cookies);
        return (await still.Send(address, page, fields)).Address;
    }

    public async Task<Seen> Open(Uri address)
    {
        using var answer = await _http.GetAsync(address, GivenVNeId.Stop);
        return await Read(answer, address);
    }

    /// <summary>Sends a form of a page.</summary>
    public async Task<Seen> Send(Uri address, Seen page, params IEnumerable<(string Name, string Value)> fields)
    {
        var token = Hidden(page).LastOrDefault(field => field.Name.Equals("__RequestVerificationToken", StringComparison.Ordinal)).Value ?? "";
        using var form = new FormUrlEncodedContent(fields.Where(field => !field.Name.Equals("__RequestVerificationToken", StringComparison.Ordinal))
            .Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await _http.PostAsync(address, form, GivenVNeId.Stop);
        return await Read(answer, address);
    }

    /// <summary>Hidden fields of a page.</summary>
    public static IReadOnlyList<(string Name, string Value)> Hidden(Seen page) =>
        [.. HiddenField().Matches(page.Page).Select(match => (WebUtility.HtmlDecode(match.Groups["name"].Value), WebUtility.HtmlDecode(match.Groups["value"].Value)))];

    public void Dispose() => _http.Dispose();

    private static async Task<Seen> Read(HttpResponseMessage answer, Uri asked) => new(
        answer.StatusCode,
        answer.Headers.Location is { } next ? new Uri(answer.RequestMessage?.RequestUri ?? asked, next) : answer.RequestMessage?.RequestUri ?? asked,
        await answer.Content.ReadAsStringAsync(GivenVNeId.Stop));

    [GeneratedRegex("<input (type=\"hidden\" name=\"(?<name>[^\"]*)\"|name=\"(?<name>[^\"]*)\" type=\"hidden\") value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenField();
}

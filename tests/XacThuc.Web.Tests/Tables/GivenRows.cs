using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;
using XacThuc.Web.Tests.Houses;

namespace XacThuc.Web.Tests.Tables;

/// <summary>Some rows in a database, and a list of them.</summary>
internal sealed class GivenRows : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-rows-");
    private readonly GivenDatabase _database;

    public GivenRows(params IEnumerable<(string Name, int Age, string Status)> rows)
    {
        Speech.Language = Language.English;
        _database = new GivenDatabase(_folder.FullName);
        Db = new RowsDb(_database.Options<RowsDb>(options => options.LogTo(Sql.Add, [RelationalEventId()])));
        Db.Database.EnsureCreated();
        Db.Rows.AddRange(rows.Select((row, at) => new Row
        {
            Name = row.Name,
            NameSearch = PlainWords.Of(row.Name),
            Age = row.Age,
            Status = row.Status,
            Born = new DateOnly(1950, 1, 1).AddDays(at),
        }));
        Db.SaveChanges();
        Sql.Clear();
    }

    public static ListShape<Row> Shape { get; } = new ListShape<Row>(row => row.Id)
        .Text("name", new("Họ và tên", "Full name"), row => row.Name, row => row.NameSearch, row => $"/rows/{row.Id}")
        .Number("age", new("Tuổi", "Age"), row => row.Age)
        .Day("born", new("Ngày sinh", "Born"), row => row.Born)
        .Choice("status", new("Kết quả", "Result"), row => row.Status,
            [("matched", Tone.Right, new("đúng", "right")), ("mismatched", Tone.Wrong, new("sai", "wrong"))])
        .Search(new("Tên", "Name"), (rows, words) => rows.Holding(row => row.NameSearch, words))
        .SortedBy("name");

    public RowsDb Db { get; }

    public List<string> Sql { get; } = [];

    public static HttpRequest Asking(string query) => new DefaultHttpContext
    {
        Request = { Path = "/rows", QueryString = new QueryString(query) },
    }.Request;

    public async Task<string[]> Names(string query) => [.. (await Read(query)).Rows.Select(row => row.Cells[0].Cell.Text)];

    public Task<ListView> Read(string query) => Shape.Read(Db.Rows, Asking(query), CancellationToken.None);

    public void Dispose()
    {
        Db.Dispose();
        _database.Drop();
        _folder.Delete(recursive: true);
    }

    private static Microsoft.Extensions.Logging.EventId RelationalEventId() =>
        Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuted;
}

internal sealed class RowsDb(DbContextOptions<RowsDb> options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}

internal sealed class Row
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public required string NameSearch { get; init; }

    public required long Age { get; init; }

    public required string Status { get; init; }

    public DateOnly? Born { get; init; }
}

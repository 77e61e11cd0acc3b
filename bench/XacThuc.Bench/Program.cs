using System.CommandLine;
using XacThuc.Bench.Border;
using XacThuc.Bench.Certificates;
using XacThuc.Bench.Citizens;
using XacThuc.Bench.Exact;
using XacThuc.Bench.Gates;
using XacThuc.Bench.Handling;
using XacThuc.Bench.Houses;
using XacThuc.Bench.Inner;
using XacThuc.Bench.Lists;
using XacThuc.Bench.Nation;
using XacThuc.Bench.OtherMake;
using XacThuc.Bench.Peers;
using XacThuc.Bench.Photos;
using XacThuc.Bench.Planning;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Bench.Sessions;
using XacThuc.Bench.Single;
using XacThuc.Bench.Suggest;

var root = new RootCommand("Measures xacthuc beside its peers on the same files in the same run, and prints ratios.")
{
    ExactCommand.Create(), SuggestCommand.Create(), AccuracyCommand.Create(), NationCommand.Create(), SingleCommand.Create(), InnerCommand.Create(),
    PeerCommand.Create(), HouseImportCommand.Create(), HouseSingleCommand.Create(), HouseRunCommand.Create(),
    HousePagesCommand.Create(), HouseWorkCommand.Create(), BorderCommand.Create(), HouseTimingCommand.Create(),
    HouseBorderCommand.Create(), HouseCasesCommand.Create(), VaccinePlanCommand.Create(), HouseListCommand.Create(),
    HousePlanCommand.Create(), HouseDayCommand.Create(), PhotosCommand.Create(), PortalLookCommand.Create(), FeedbackLoadCommand.Create(), FeedbackEveningCommand.Create(), FeedbackMonthCommand.Create(), CertificatesCommand.Create(), CertificatesBatchCommand.Create(), CodesCommand.Create(), VerifierCommand.Create(), CheckPointsCommand.Create(),
};
try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Refused refused)
{
    Console.Error.WriteLine(refused.Message);
    return 2;
}

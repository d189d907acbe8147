com.javaonjets.it.NewProject.verify(basedir, localRepositoryPath, "postgresql")
